import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { boxGraphs } from './box-graph.ts'
import { bundleLinks } from './bundle-links.ts'
import { linkEnds } from './link-ends.ts'
import { inputOf } from '../placing/equal-cards.ts'
import { BORDER, splitEdges } from './split-edges.ts'

/** 1 and 2 in box 0 feed 3, 4 and 5 outside; 1 feeds 2. */
const graph = inputOf(graphOf(6, [[1, 3], [1, 4], [2, 5], [1, 2]])) // prettier-ignore
const input = { ...graph, isBox: Uint8Array.of(1, 0, 0, 0, 0, 0), box: Int32Array.of(-1, 0, 0, -1, -1, -1) }

test('boxGraphs(input, pieces) gives each box its things and the pieces in it, those through its side with one end', () => {
  const [own, ...others] = boxGraphs(input, splitEdges(input))
  expect([...own!.items]).toEqual([1, 2])
  expect(Array.from(own!.tail, (tail, link) => [tail, own!.head[link]])).toEqual([
    [0, 1],
    [0, BORDER],
    [0, BORDER],
    [1, BORDER],
  ])
  expect(others.slice(0, 5)).toEqual([undefined, undefined, undefined, undefined, undefined])
  expect([...others[5]!.items]).toEqual([0, 3, 4, 5])
})

test('bundleLinks(box) bundles what leaves the box from one end, and nothing that stays inside', () => {
  const pieces = splitEdges(input)
  const box = boxGraphs(input, pieces)[0]!
  const { of, atTail } = bundleLinks(box, linkEnds(box, pieces, input), null)
  expect([[...of], [...atTail]]).toEqual([[-1, 0, 0, 1], [1, 1]]) // prettier-ignore
})

test('bundleLinks(box whose edges leave at other heights of one thing) keeps them apart', () => {
  const ported = { ...input, fromPort: Float64Array.of(10, 20, NaN, NaN) }
  const pieces = splitEdges(ported)
  const box = boxGraphs(ported, pieces)[0]!
  const { of } = bundleLinks(box, linkEnds(box, pieces, ported), null)
  expect([...of]).toEqual([-1, 0, 1, 2])
})
