import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CLICKED_RUNS } from '../../test/clicked-runs.ts'
import { isClearOfLines } from '../scene/marks/clear-of-lines.ts'
import { fitterOf } from '../scene/marks/cut-text.ts'
import { headerOf } from '../scene/marks/header.ts'
import type { Mark, TextMark } from '../scene/marks/marks.ts'
import type { Picture } from '../scene/picture/picture.ts'
import { prepare, type Prepared } from '../scene/picture/prepared.ts'
import { NO_LIGHT } from '../scene/lighting.ts'
import { lookAt, type Seen } from '../scene/look-at.ts'
import { topOf } from '../scene/scene.ts'
import { FIRST_VIEW, shownOf, type Shown } from '../state/view.ts'
import { feeds, thing } from './plain-run.ts'
import { plainSession } from './plain-session.ts'
import type { Answers } from './protocol.ts'

const fitter = fitterOf((text, weight) => text.length * (weight === 600 ? 6.9 : 6.2))
const size = { width: 1400, height: 900 }
const SEVERITIES: ReadonlySet<string | undefined> = new Set(['error', 'warning', 'info'])

type Sides = readonly [left: number, top: number, right: number, bottom: number]

const meet = (one: Sides, other: Sides, slack: number): boolean =>
  one[0] < other[2] - slack &&
  one[2] > other[0] + slack &&
  one[1] < other[3] - slack &&
  one[3] > other[1] + slack

/** From the top of its capitals to the foot of its letters. */
function sidesOfText({ x, y, text, size: height, weight }: TextMark): Sides {
  return [x, y - 0.75 * height, x + fitter.width(text, height, weight), y + 0.25 * height]
}

function sidesOf(seen: Seen, one: number): Sides {
  const { picture, pen } = seen
  const { x, y, k } = pen.transform
  const { things } = picture
  const [left, top] = [things.x[one]! * k + x, things.y[one]! * k + y]
  return [left, top, left + things.width[one]! * k, top + things.height[one]! * k]
}

const marksOf = (seen: Seen, boxes: readonly number[], things: readonly number[]): Mark[] =>
  topOf({ ...seen, boxes, things, counts: [], circlePills: [] }, NO_LIGHT)

/** What the name of a box lies on, and what the ground under it erases: nothing but the inside of the boxes around it. */
function faults(seen: Seen): string[] {
  const { picture, pen, boxes, things } = seen
  const { titles, box: around } = picture.things
  const badges = marksOf(seen, [], things).flatMap((mark): Sides[] =>
    mark.kind === 'path' && SEVERITIES.has(mark.fill)
      ? [[mark.x, mark.y, mark.x + 14 * mark.scale, mark.y + 14 * mark.scale]]
      : [],
  )
  return boxes.flatMap((box) => {
    const isAround = new Set<number>()
    for (let outer = box; outer >= 0; outer = around[outer]!) isAround.add(outer)
    const marks = marksOf(seen, [box], [])
    const names = marks
      .filter((mark): mark is TextMark => mark.kind === 'text' && mark.weight === 600 && mark.fill === 'ink1')
      .map(sidesOfText)
    const grounds = marks.flatMap((mark): Sides[] =>
      mark.kind === 'rects' && mark.fill && !mark.stroke && !SEVERITIES.has(mark.fill)
        ? Array.from({ length: mark.at.length / 4 }, (_, i) => {
            const [x, y, width, height] = mark.at.slice(4 * i, 4 * i + 4)
            return [x!, y!, x! + width!, y! + height!]
          })
        : [],
    )
    const own = sidesOf(seen, box)
    const says = (what: string): string => `${titles[box]} ${what} at ${pen.transform.k}`
    const found: string[] = []
    for (const one of [...names, ...grounds]) {
      // An outline between two pixels takes a part of both.
      const slack = grounds.includes(one) ? -1 : 0.1
      if (one[0] < own[0] + 0.5 || one[1] < own[1] + 0.5 || one[2] > own[2] - 0.5 || one[3] > own[3] - 0.5)
        found.push(says(`leaves its box, or lies on its outline`))
      for (const other of [...boxes, ...things])
        if (!isAround.has(other) && meet(one, sidesOf(seen, other), slack))
          found.push(says(`lies on ${titles[other]}`))
    }
    for (const name of names) {
      if (badges.some((badge) => meet(name, badge, 1))) found.push(says('lies on a badge'))
      if (headerOf(pen, box) === null && !isClearOfLines(picture, pen.transform, ...name))
        found.push(says('lies on an edge'))
    }
    return found
  })
}

const SCALES = [0.1, 0.15, 0.2, 0.25, 0.3, 0.33, 0.34, 0.38, 0.44, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8, 0.9, 1]

const middleOf = ({ bounds }: Prepared) => ({
  x: bounds.x + bounds.width / 2,
  y: bounds.y + bounds.height / 2,
})

const drawn = async (session: Answers, shown: Partial<Shown>): Promise<Prepared> =>
  prepare((await session.draw({ ...shownOf(FIRST_VIEW), ...shown, isNarrow: false })) as Picture)

test.for(CLICKED_RUNS.filter(({ base }) => !base))(
  'at no scale does the name of an open box lie on anything that is drawn: $name',
  { timeout: 60_000 },
  async ({ lines, first }) => {
    const declared = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as object)
    const session = await plainSession(
      declared.filter((line) => 'entity_type' in line),
      declared.filter((line) => !('entity_type' in line)),
    )
    for (const level of [1, 2]) {
      const picture = await drawn(session, { ...first, level })
      for (const k of SCALES)
        expect(faults(lookAt(picture, { camera: { ...middleOf(picture), k }, size, fitter }))).toEqual([])
    }
  },
)

const runs = fc
  .array(fc.array(fc.integer({ min: 1, max: 24 }), { minLength: 1, maxLength: 9 }), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((schemas) => {
    const tables = schemas.flatMap((lengths, schema) => lengths.map((_, i) => `s${schema}.t${i}`))
    const end = fc.constantFrom(...tables)
    return fc.record({
      schemas: fc.constant(schemas),
      edges: fc.array(fc.tuple(end, end), { maxLength: 30 }),
      missing: fc.array(end, { maxLength: 3 }),
    })
  })

test('at no scale does the name of an open box lie on anything that is drawn, whatever is in it', async () => {
  await fc.assert(
    fc.asyncProperty(runs, fc.double({ min: 0.1, max: 1, noNaN: true }), async (run, k) => {
      const title = (length: number): string => 'a_name_of_a_certain_length'.slice(0, length)
      const session = await plainSession(
        [
          thing('database', 'db'),
          ...run.schemas.flatMap((lengths, schema) => [
            thing('schema', `s${schema}`, 'db', title(lengths[0]!)),
            ...lengths.map((length, i) => thing('table', `s${schema}.t${i}`, `s${schema}`, title(length))),
          ]),
        ],
        [
          ...run.edges.map(([from, to]) => feeds(from, to)),
          ...run.missing.map((to, i) => feeds(`gone${i}`, to)),
        ],
      )
      const picture = await drawn(session, { level: 2 })
      expect(faults(lookAt(picture, { camera: { ...middleOf(picture), k }, size, fitter }))).toEqual([])
    }),
    { numRuns: 60 },
  )
}, 60_000)
