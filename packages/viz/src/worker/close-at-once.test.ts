import { beforeAll, expect, test } from 'vitest'
import { boxClosedBy, closeAtOnce } from '../scene/at-once/close-at-once.ts'
import { FORMS, type Picture } from '../scene/picture/picture.ts'
import { closeContainer } from '../state/actions.ts'
import { FIRST_VIEW, shownOf, type View } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { startSession } from './session.ts'

const jsonl = (lines: readonly object[]): Blob => new Blob(lines.map((line) => `${JSON.stringify(line)}\n`))
const OPEN: View = { ...FIRST_VIEW, level: 2, opened: ['id:raw.b'] }
const session = startSession({ readBytes: () => new ArrayBuffer(0), now: () => 0, onProgress: () => {} })
const drawn = async (view: View): Promise<Picture> =>
  (await session.draw({ ...shownOf(view), isNarrow: false }))!
let picture: Picture
beforeAll(async () => {
  await session.open([
    {
      name: 'resources.jsonl',
      blob: jsonl([
        thing('database', 'db'),
        ...['raw', 'marts'].flatMap((schema) => [
          thing('schema', schema, 'db'),
          ...['a', 'b'].map((name) => thing('table', `${schema}.${name}`, schema)),
        ]),
        thing('column', 'raw.b.x', 'raw.b'),
        thing('column', 'marts.a.x', 'marts.a'),
      ]),
    },
    {
      name: 'lineage.jsonl',
      blob: jsonl([
        feeds('raw.a', 'raw.b'),
        feeds('raw.a', 'marts.a'),
        feeds('raw.b.x', 'marts.a.x'),
        feeds('marts.a', 'marts.b'),
        feeds('marts.b', 'raw.a'),
        feeds('raw', 'marts'),
        feeds('raw.a', 'raw.a'),
      ]),
    },
  ])
  picture = await drawn(OPEN)
})

const closing = (key: string): View => closeContainer(OPEN, key, { level: 2, opensAt: 0 })
const boxOf = (key: string): number => boxClosedBy(picture, shownOf(OPEN), shownOf(closing(key)))

test('boxClosedBy(picture, before, now) is the box that the step closes', () => {
  expect(picture.things.keys[boxOf('id:raw')]).toBe('id:raw')
  expect(boxClosedBy(picture, shownOf(OPEN), shownOf(OPEN))).toBe(-1)
  expect(boxClosedBy(picture, shownOf(OPEN), shownOf({ ...closing('id:raw'), kind: 'lineage' }))).toBe(-1)
  expect(boxClosedBy(picture, shownOf(OPEN), shownOf({ ...closing('id:raw'), hide: ['id:marts.a'] }))).toBe(
    -1,
  )
  expect(boxOf('id:raw.b')).toBe(-1) // a table that shows its columns no more
})

test.each(['id:raw', 'id:marts', 'id:db'])(
  'closeAtOnce(picture, %s) counts and shows what the picture will that is laid out anew',
  async (key) => {
    const after = await drawn(closing(key))
    const atOnce = closeAtOnce(picture, boxOf(key))
    expect(atOnce.tally).toEqual(after.tally)
    expect([...atOnce.things.keys].toSorted()).toEqual([...after.things.keys].toSorted())
    const box = atOnce.things.keys.indexOf(key)
    expect(FORMS[atOnce.things.forms[box]!]).toBe('container')
    expect(atOnce.things.places[box]).toBe(after.things.places[after.things.keys.indexOf(key)])
    expect(atOnce.lines.weights.reduce((sum, weight) => sum + weight, 0)).toBe(after.tally.edges.drawn)
  },
)

test('closeAtOnce(picture, box) moves nothing, and leads no line into the box', () => {
  const atOnce = closeAtOnce(picture, boxOf('id:raw'))
  const { things, lines } = atOnce
  things.keys.forEach((key, thing) => {
    const before = picture.things.keys.indexOf(key)
    expect([things.x[thing], things.y[thing]]).toEqual([picture.things.x[before], picture.things.y[before]])
  })
  const box = things.keys.indexOf('id:raw')
  for (let at = 0; at < lines.curves.length; at += 2) {
    const [x, y] = [lines.curves[at]!, lines.curves[at + 1]!]
    const isInside =
      x > things.x[box]! &&
      x < things.x[box]! + things.width[box]! &&
      y > things.y[box]! &&
      y < things.y[box]! + things.height[box]!
    expect(isInside).toBe(false)
  }
})
