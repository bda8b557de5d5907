import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { orderedOf } from '../any-layered.ts'
import type { Compacting } from './compact-columns.ts'
import { MAP_GAPS } from '../placing/gaps.ts'
import { nearColumns } from './near-columns.ts'
import { placeColumns } from './place-columns.ts'

const [CARD, BOX] = [100, 600]
const FREE = Uint8Array.of(0)

type Edge = [from: number, to: number]
const PLAIN: readonly Edge[] = [
  [0, 1],
  [0, 2],
  [2, 3],
  [3, 4],
]

/** 0 feeds the open box 1 and card 2, below one another; 2 feeds 3, and 3 feeds 4. @param tops of each: the box is 200 high, cards are 30. */
function belowABox(tops: readonly number[], edges = PLAIN): Compacting {
  const { layered, order } = orderedOf(graphOf(5, edges))
  const width = Float64Array.of(CARD, BOX, CARD, CARD, CARD)
  return {
    ...{ layered, order, width, gaps: MAP_GAPS },
    columns: placeColumns(layered, width, MAP_GAPS),
    tops: Float64Array.from(tops),
    tailAt: new Float64Array(layered.weight.length).fill(15),
    headAt: new Float64Array(layered.weight.length).fill(15),
    height: Float64Array.of(30, 200, 30, 30, 30),
    isBox: Uint8Array.of(0, 1, 0, 0, 0),
    sheets: new Float64Array(5),
    lane: new Uint8Array(5),
    room: new Float64Array(5),
  }
}

test('nearColumns(…) has what is below a wide box, and does not come from it, stand as near as if there were no box', () => {
  const input = belowABox([100, 0, 214, 214, 214])
  expect([...input.columns.left]).toEqual([0, 136, 136, 772, 908])
  const { columns, tops } = nearColumns(input, FREE, Infinity)
  expect([...columns.left]).toEqual([0, 136, 136, 272, 408])
  expect([...tops]).toEqual([...input.tops])
})

test('nearColumns(…) leaves what a wide box feeds behind it', () => {
  const { columns, tops } = nearColumns(
    belowABox([100, 0, 214, 150, 150], [...PLAIN, [1, 3]]),
    FREE,
    Infinity,
  )
  expect([columns.left[3], tops[3]]).toEqual([772, 150])
})

test('nearColumns(…) makes room below a wide box for what reaches up beside it, with all that stands below', () => {
  const input = belowABox([100, 0, 214, 214, 190])
  const { columns, tops } = nearColumns(input, FREE, Infinity)
  expect(columns.left[4]).toBe(408)
  expect([...tops]).toEqual([100, 0, 238, 238, 214])
})

test('nearColumns(…) leaves components whose lines pass all columns as they are, and heights where there is a bound', () => {
  const input = belowABox([100, 0, 214, 214, 190])
  expect(nearColumns(input, Uint8Array.of(1), Infinity).columns).toEqual(input.columns)
  expect([...nearColumns(input, FREE, 500).tops]).toEqual([...input.tops])
})

test('nearColumns(…) lets nothing come near where a line leads back below a wide box', () => {
  const { layered, ...input } = belowABox([100, 0, 214, 214, 214])
  const { out } = layered
  const loose = layered.loose.slice()
  loose[out.edges[out.neighbors.indexOf(1)]!] = 1
  const { columns } = nearColumns({ ...input, layered: { ...layered, loose } }, FREE, Infinity)
  expect([...columns.left]).toEqual([0, 136, 136, 772, 908])
})
