import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { anyOrdered, neighboursIn, orderedOf, rowsOf } from '../any-layered.ts'
import { countCrossings } from './count-crossings.ts'
import { finish } from '../finish.ts'
import { reduceCrossings } from './reduce-crossings.ts'
import { repeatableRandom } from './shuffle-layer.ts'

test('reduceCrossings(ladder in disorder) leaves no crossing', () => {
  // Six chains of three, the middle of each drawn at another height.
  const edges = [0, 1, 2, 3, 4, 5].flatMap((i): [number, number][] => [
    [i, 6 + ((i * 5 + 2) % 6)],
    [6 + ((i * 5 + 2) % 6), 12 + ((i + 3) % 6)],
    ...(i > 0 ? [[i - 1, 6 + ((i * 5 + 2) % 6)] as [number, number]] : []),
  ])
  const { layered, order, lane } = orderedOf(graphOf(18, edges))
  finish(reduceCrossings(layered, order, lane))
  expect(countCrossings(layered, order)).toBe(0)
})

test('reduceCrossings(two by two, all joined) keeps the one crossing that there must be', () => {
  const { layered, order, lane } = orderedOf(graphOf(4, [[0, 2], [0, 3], [1, 2], [1, 3]])) // prettier-ignore
  finish(reduceCrossings(layered, order, lane))
  expect(countCrossings(layered, order)).toBe(1)
})

test('reduceCrossings(order) never ends with more crossings than it began with, nor with another set of vertices', () => {
  fc.assert(
    fc.property(anyOrdered, ({ layered, order, lane }) => {
      const before = { crossings: countCrossings(layered, order), rows: rowsOf(layered, order) }
      finish(reduceCrossings(layered, order, lane))
      expect(countCrossings(layered, order)).toBeLessThanOrEqual(before.crossings)
      expect(rowsOf(layered, order).map((row) => row.toSorted())).toEqual(
        before.rows.map((row) => row.toSorted()),
      )
      expect([...order.vertices].map((vertex) => order.place[vertex])).toEqual([...order.vertices.keys()])
    }),
  )
})

test('reduceCrossings(order, lane) keeps the lane below all others', () => {
  fc.assert(
    fc.property(anyOrdered, ({ layered, order, lane }) => {
      finish(reduceCrossings(layered, order, lane))
      for (const [upper, lower] of neighboursIn(layered, order))
        expect(lane[upper]).toBeLessThanOrEqual(lane[lower]!)
    }),
  )
})

test('reduceCrossings(order that it has made) does not make it worse', () => {
  // Dense enough that every round ends elsewhere: each of 40 leads to 3 of the next 40.
  const random = repeatableRandom()
  const edges = Array.from({ length: 360 }, (_, i): [number, number] => {
    const from = Math.floor(i / 3)
    return [from, 40 * (Math.floor(from / 40) + 1) + Math.floor(40 * random())]
  })
  const { layered, order, lane } = orderedOf(graphOf(160, edges))
  for (let least = Infinity, run = 0; run < 5; run++) {
    finish(reduceCrossings(layered, order, lane))
    expect(countCrossings(layered, order)).toBeLessThanOrEqual(least)
    least = countCrossings(layered, order)
  }
})

test('reduceCrossings(order of a graph of which one round is more than all the work) leaves less than half of the crossings', () => {
  // 12 layers of 6,000, each fed by two near its own place in the layer before.
  const random = repeatableRandom()
  const edges = Array.from({ length: 2 * 11 * 6000 }, (_, i): [number, number] => {
    const head = 6000 + (i >> 1)
    const layer = Math.floor(head / 6000)
    const near = (head % 6000) + Math.floor(600 * (random() - 0.5))
    return [6000 * (layer - 1) + Math.max(0, Math.min(5999, near)), head]
  })
  const { layered, order, lane } = orderedOf(graphOf(72_000, edges))
  const before = countCrossings(layered, order)
  finish(reduceCrossings(layered, order, lane))
  expect(countCrossings(layered, order)).toBeLessThan(before / 2)
  expect([...order.vertices].every((vertex, at) => order.place[vertex] === at)).toBe(true)
})
