import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { STUB } from '../layout/placing/stub.ts'
import type { Picture } from '../scene/picture/picture.ts'
import { openContainer } from '../state/actions.ts'
import { FIRST_VIEW, shownOf } from '../state/view.ts'
import { plainSession } from './plain-session.ts'

/** Between the dot at the end of a stub and the middle of any line, in units of the picture. */
const CLEAR = 4
const STEPS = 48

const linesOf = (file: string): object[] =>
  readFileSync(new URL(`../../../../fixtures/cluvio/run/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as object)

type Point = readonly [number, number]

/** Points along the curve of a line. */
function pointsOf({ lines: { curves, starts } }: Picture, line: number): Point[] {
  const points: Point[] = []
  for (let at = starts[line]!; at + 7 < starts[line + 1]!; at += 6)
    for (let step = 0; step <= STEPS; step++) {
      const t = step / STEPS
      const along = (i: number): number =>
        (1 - t) ** 3 * curves[at + i]! +
        3 * t * (1 - t) ** 2 * curves[at + 2 + i]! +
        3 * t ** 2 * (1 - t) * curves[at + 4 + i]! +
        t ** 3 * curves[at + 6 + i]!
      points.push([along(0), along(1)])
    }
  return points
}

/** The ends of stubs: lines that lead no further. */
const dotsOf = ({ lines: { count, curves, starts, from, to } }: Picture): { line: number; dot: Point }[] =>
  Array.from({ length: count }, (_, line) => line).flatMap((line) => {
    const [first, end] = [starts[line]!, starts[line + 1]!]
    const dot: Point = [curves[end - 2]!, curves[end - 1]!]
    const length = Math.abs(dot[0] - curves[first]!) + Math.abs(dot[1] - curves[first + 1]!)
    return from[line] !== to[line] && length <= STUB.length + 0.01 ? [{ line, dot }] : []
  })

test.each([
  ['to the right', false],
  ['down, in a narrow window', true],
])(
  'the dots of dashboards that feed their group stand clear of every line where the data goes %s',
  async (_, isNarrow) => {
    const session = await plainSession(linesOf('resources.jsonl'), linesOf('lineage.jsonl'))
    const first = { ...FIRST_VIEW, level: 1 }
    for (const view of [first, openContainer(first, 'id:dashboard.103', { level: 1, opensAt: 0 })]) {
      const picture = (await session.draw({ ...shownOf(view), isNarrow }))!
      const dots = dotsOf(picture)
      expect(dots).toHaveLength(12)
      const near = dots.flatMap(({ line: own, dot }) =>
        Array.from({ length: picture.lines.count }, (_, line) => line)
          .filter((line) => line !== own)
          .flatMap((line) => pointsOf(picture, line))
          .filter(([x, y]) => Math.hypot(x - dot[0], y - dot[1]) < STUB.dot + CLEAR),
      )
      expect(near).toEqual([])
    }
  },
)
