import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyInput } from '../any-graph.ts'
import { finish } from '../finish.ts'
import { WINDOW_ASPECT } from '../packing/aspects.ts'
import { MAP_GAPS } from '../placing/gaps.ts'
import type { PlacingInput } from '../placing/placing.ts'
import { place } from '../place-at-once.ts'
import { cutGraph } from './cut-graph.ts'
import { fillBoxes } from './fill-boxes.ts'
import { layoutMemory } from './layout-memory.ts'
import { orderBoxes } from './order-boxes.ts'
import { placeBoxes, type PlacedBoxes } from './place-boxes.ts'
import { roomAcross } from './room-across.ts'

/** Schemas of tables in one box, dashboards of charts in another; each chart reads a table or two. */
function reports(schemas: number, tables: number, dashboards: number, charts: number): PlacingInput {
  const box: number[] = []
  const add = (outer: number): number => box.push(outer) - 1
  const within = (outer: number, boxes: number, things: number): number[] =>
    Array.from({ length: boxes }, () => add(outer)).flatMap((own) =>
      Array.from({ length: things }, () => add(own)),
    )
  const all = within(add(-1), schemas, tables)
  const readers = within(add(-1), dashboards, charts)
  const reads = readers.flatMap((reader, i) =>
    [i % all.length, (7 * i) % all.length].map((table) => [all[table]!, reader] as const),
  )
  const isThing = box.map((_, thing) => !box.includes(thing))
  return {
    count: box.length,
    box: Int32Array.from(box),
    isBox: Uint8Array.from(isThing, (is) => (is ? 0 : 1)),
    width: Float64Array.from(isThing, (is) => (is ? 160 : 200)),
    height: Float64Array.from(isThing, (is) => (is ? 30 : 72)),
    head: Float64Array.from(isThing, (is) => (is ? 0 : 36)),
    lane: new Uint8Array(box.length),
    from: Uint32Array.from(reads, ([from]) => from),
    to: Uint32Array.from(reads, ([, to]) => to),
    fromPort: new Float64Array(reads.length).fill(NaN),
    toPort: new Float64Array(reads.length).fill(NaN),
    weight: new Uint32Array(reads.length).fill(1),
    gaps: MAP_GAPS,
    wraps: true,
    across: Infinity,
    direction: 'right',
  }
}

const wholeOf = (input: PlacingInput, { placed }: PlacedBoxes) => placed[input.count]!
const filled = (input: PlacingInput): PlacedBoxes =>
  finish(fillBoxes(input, cutGraph(input), layoutMemory())).placed
/** How high a window has to be that shows all. */
const sizeOf = ({ width, height }: { readonly width: number; readonly height: number }): number =>
  Math.max(width / WINDOW_ASPECT, height)

test.each([
  [4, 8, 15, 3],
  [4, 10, 12, 3],
  [6, 8, 12, 3],
])(
  'fillBoxes(%i schemas of %i, %i dashboards of %i) makes a picture of about the shape of a window',
  (...counts) => {
    const input = reports(...counts)
    const { width, height } = wholeOf(input, filled(input))
    expect(width / height).toBeGreaterThan(WINDOW_ASPECT / 1.4)
    expect(width / height).toBeLessThan(WINDOW_ASPECT * 1.4)
  },
)

test.each([
  [4, 8, 15, 3],
  [6, 8, 12, 3],
])(
  'a picture of %i schemas of %i, %i dashboards of %i that goes on from itself stays as it is',
  (...counts) => {
    const input = reports(...counts)
    const picture = place(input)
    expect(place({ ...input, before: picture })).toEqual(picture)
  },
)

test('fillBoxes(input) is never seen smaller than what is filled before it is known how large boxes are', () => {
  const anyMap = anyInput.map((input): PlacingInput => ({ ...input, gaps: MAP_GAPS, wraps: true }))
  const anyReports = fc
    .tuple(...[5, 9, 14, 5].map((max) => fc.integer({ min: 1, max })))
    .map((counts) => reports(...(counts as [number, number, number, number])))
  fc.assert(
    fc.property(fc.oneof(anyMap, anyReports), (input) => {
      const cut = cutGraph(input)
      const [room, memory] = [roomAcross(input), layoutMemory()]
      const ordered = finish(orderBoxes(input, cut, room, memory))
      const first = finish(placeBoxes(input, cut, ordered, room, memory))
      expect(sizeOf(wholeOf(input, filled(input)))).toBeLessThanOrEqual(sizeOf(wholeOf(input, first)))
    }),
    { numRuns: 30 },
  )
})
