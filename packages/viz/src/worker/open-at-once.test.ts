import { beforeAll, expect, test } from 'vitest'
import { containerOpenedBy, openAtOnce } from '../scene/at-once/open-at-once.ts'
import { FORMS, type Picture } from '../scene/picture/picture.ts'
import { closeContainer, openContainer } from '../state/actions.ts'
import { FIRST_VIEW, shownOf, type View } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'
import type { Answers } from './protocol.ts'

const CLOSED: View = { ...FIRST_VIEW, level: 1, opened: ['id:raw.b'] }
let session: Answers
const wish = (view: View) => ({ ...shownOf(view), isNarrow: false })
const drawn = async (view: View): Promise<Picture> => (await session.draw(wish(view)))!
let picture: Picture
beforeAll(async () => {
  session = await plainSession(
    [
      thing('database', 'db'),
      ...['raw', 'core', 'marts'].flatMap((schema) => [
        thing('schema', schema, 'db'),
        ...['a', 'b', 'c'].map((name) => thing('table', `${schema}.${name}`, schema)),
      ]),
      thing('column', 'raw.b.x', 'raw.b'),
      thing('column', 'marts.a.x', 'marts.a'),
    ],
    [
      feeds('raw.a', 'raw.b'),
      feeds('raw.a', 'core.a'),
      feeds('core.a', 'core.b'),
      feeds('core.b', 'core.c'),
      feeds('core', 'core'),
      feeds('core', 'core.a'),
      feeds('core.b', 'marts.a'),
      feeds('core.c', 'marts.a'),
      feeds('raw.b.x', 'marts.a.x'),
      feeds('marts.a', 'marts.b'),
      feeds('raw', 'marts'),
      feeds('core.a', 'core.a'),
    ],
  )
  picture = await drawn(CLOSED)
})

const opening = (key: string): View => openContainer(CLOSED, key, { level: 1, opensAt: 0 })
const containerOf = (key: string): number =>
  containerOpenedBy(picture, shownOf(CLOSED), shownOf(opening(key)))
const opened = async (key: string): Promise<Picture> =>
  openAtOnce(picture, containerOf(key), (await session.drawInside(key, wish(opening(key))))!)!

test('containerOpenedBy(picture, before, now) is the container that the step opens', () => {
  expect(picture.things.keys[containerOf('id:core')]).toBe('id:core')
  const closed = closeContainer(opening('id:core'), 'id:core', { level: 1, opensAt: 0 })
  expect(containerOpenedBy(picture, shownOf(opening('id:core')), shownOf(closed))).toBe(-1)
  expect(containerOpenedBy(picture, shownOf(CLOSED), shownOf(CLOSED))).toBe(-1)
  const more = { ...opening('id:core'), hide: ['id:marts.a'] }
  expect(containerOpenedBy(picture, shownOf(CLOSED), shownOf(more))).toBe(-1)
  const both = openContainer(opening('id:core'), 'id:raw', { level: 1, opensAt: 0 })
  expect(containerOpenedBy(picture, shownOf(CLOSED), shownOf(both))).toBe(-1)
})

test.each(['id:raw', 'id:core', 'id:marts'])(
  'openAtOnce(picture, %s, inside) counts and shows what the picture will that is laid out anew',
  async (key) => {
    const atOnce = await opened(key)
    const after = await drawn(opening(key))
    expect(atOnce.tally).toEqual(after.tally)
    expect([...atOnce.things.keys].toSorted()).toEqual([...after.things.keys].toSorted())
    expect([...atOnce.rows.keys].toSorted()).toEqual([...after.rows.keys].toSorted())
    const box = atOnce.things.keys.indexOf(key)
    expect(FORMS[atOnce.things.forms[box]!]).toBe('box')
    expect(atOnce.lines.weights.reduce((sum, weight) => sum + weight, 0)).toBe(after.tally.edges.drawn)
  },
)

test('openAtOnce(picture, container, inside) leaves the container where it is, and pushes away what would lie on it', async () => {
  const { things } = await opened('id:core')
  const [before, now] = [picture.things, things]
  const rect = (of: Picture['things'], key: string): readonly number[] => {
    const index = of.keys.indexOf(key)
    return [of.x[index]!, of.y[index]!, of.x[index]! + of.width[index]!, of.y[index]! + of.height[index]!]
  }
  expect(rect(now, 'id:core').slice(0, 2)).toEqual(rect(before, 'id:core').slice(0, 2))
  expect(rect(now, 'id:raw')).toEqual(rect(before, 'id:raw'))
  const grown = rect(now, 'id:core')[2]! - rect(before, 'id:core')[2]!
  expect(grown).toBeGreaterThan(0)
  expect(rect(now, 'id:marts')[0]).toBe(rect(before, 'id:marts')[0]! + grown)
  expect(rect(now, 'id:db')[2]).toBe(rect(before, 'id:db')[2]! + grown)
})

test('openAtOnce(picture, container, inside) lets lines begin and end at the sides of what they join, whichever way they lead', async () => {
  for (const isNarrow of [false, true]) {
    const before = (await session.draw({ ...shownOf(CLOSED), isNarrow }))!
    const inside = await session.drawInside('id:core', { ...shownOf(opening('id:core')), isNarrow })
    const { things, lines } = openAtOnce(before, before.things.keys.indexOf('id:core'), inside!)!
    const { x, y, width, height, box } = things
    for (let line = 0; line < lines.count; line++) {
      const [from, to] = [lines.from[line]!, lines.to[line]!]
      const isStub = from === to || box[to] === from || box[from] === to
      if (isStub) continue
      const [startX, startY] = lines.curves.subarray(lines.starts[line], lines.starts[line]! + 2)
      const [endX, endY] = lines.curves.subarray(lines.starts[line + 1]! - 2, lines.starts[line + 1])
      const isWithin = (at: number, from: number, size: number): boolean => at > from && at < from + size
      if (isNarrow) {
        expect(startY).toBeCloseTo(y[from]! + height[from]!, 1)
        expect(endY).toBeCloseTo(y[to]!, 1)
        expect(isWithin(startX!, x[from]!, width[from]!) && isWithin(endX!, x[to]!, width[to]!)).toBe(true)
      } else {
        expect(startX).toBeCloseTo(x[from]! + width[from]!, 1)
        expect(endX).toBeCloseTo(x[to]!, 1)
        expect(isWithin(startY!, y[from]!, height[from]!) && isWithin(endY!, y[to]!, height[to]!)).toBe(true)
      }
    }
  }
})

test('drawInside(key, wish) is null where nothing is inside, and leaves what is seen', async () => {
  await drawn(CLOSED)
  expect(await session.drawInside('id:raw.a', wish(CLOSED))).toBe(null)
  expect(await session.drawInside('id:none', wish(CLOSED))).toBe(null)
  await session.drawInside('id:core', wish(opening('id:core')))
  expect(await drawn(CLOSED)).toEqual(picture)
})
