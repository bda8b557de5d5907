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

test('bundleLinks(box whose edges look otherwise) keeps them apart', () => {
  const ghosts = { ...input, look: Uint8Array.of(1, 0, 0, 0) }
  const pieces = splitEdges(ghosts)
  const box = boxGraphs(ghosts, pieces)[0]!
  const { of } = bundleLinks(box, linkEnds(box, pieces, ghosts), null)
  expect([...of]).toEqual([-1, 0, 1, 2])
})

test('bundleLinks(box, fans) bundles what leads to leaves by where it comes from, also from outside, and what comes from leaves by where it goes', () => {
  // 1 and 2 in box 0 are fed by 3, and 1 by 4 as well; in the picture the box and 5 feed 6.
  const fed = { ...inputOf(graphOf(7, [[3, 1], [3, 2], [4, 1], [5, 6], [1, 6]])), isBox: input.isBox, box: Int32Array.of(-1, 0, 0, -1, -1, -1, -1) } // prettier-ignore
  const pieces = splitEdges({ ...fed, isBox: Uint8Array.of(1, 0, 0, 0, 0, 0, 0) })
  const graphs = boxGraphs({ ...fed, isBox: Uint8Array.of(1, 0, 0, 0, 0, 0, 0) }, pieces)
  const ofEdges = (own: number, way: readonly number[]) => {
    const graph = graphs[own]!
    const fans = { way: Int8Array.from(way), endsOf: () => new Uint32Array() }
    const { of, atTail } = bundleLinks(graph, linkEnds(graph, pieces, fed), fans)
    return Array.from(graph.links, (piece, link) => [pieces.edge[piece], of[link]! < 0 ? null : `${of[link]} ${atTail[of[link]!]}`]) // prettier-ignore
  }
  const inBox = new Map(ofEdges(0, [1, 1]) as [number, string | null][])
  expect(inBox.get(0)).toBe(inBox.get(1))
  expect(inBox.get(2)).not.toBe(inBox.get(0))
  expect(inBox.get(2)).toMatch(/ 1$/)
  // Items of the picture: 0, 3, 4, 5, 6. 5 is a leaf that feeds.
  const around = new Map(ofEdges(7, [0, 0, 0, -1, 0]) as [number, string | null][])
  expect(around.get(3)).toMatch(/ 0$/)
  expect(around.get(4)).toBe(null)
})
