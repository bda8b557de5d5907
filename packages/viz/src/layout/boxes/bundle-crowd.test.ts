import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { noBundles } from '../crossings/find-ways.ts'
import { place } from '../place-at-once.ts'
import { inputOf } from '../placing/equal-cards.ts'
import { bundleCrowd } from './bundle-crowd.ts'

/** As many links as told each way, all alike, among nodes of which each stands in the layer of its number. */
function bundled(links: readonly [from: number, to: number, times: number][], isBox: readonly number[]) {
  const pairs = links.flatMap(([from, to, times]) =>
    Array.from({ length: times }, (): [number, number] => [from, to]),
  )
  const nodes = Math.max(...pairs.flat()) + 1
  const edges = {
    tail: Uint32Array.from(pairs, ([from]) => from),
    head: Uint32Array.from(pairs, ([, to]) => to),
    reversed: new Uint8Array(pairs.length),
    look: new Uint8Array(pairs.length),
  }
  const layer = Uint32Array.from({ length: nodes }, (_, node) => node)
  const { of, atTail } = bundleCrowd(noBundles(pairs.length), edges, layer, Uint8Array.from(isBox))
  return { ways: new Set(of), atTail: [...atTail] }
}

test('bundleCrowd(as many links as can be told apart) leaves each its way', () => {
  expect(bundled([[0, 2, 120]], [1, 0, 1]).ways).toEqual(new Set([-1]))
})

test('bundleCrowd(a crowd between open boxes) gives all from one to another one way', () => {
  expect(bundled([[0, 2, 90], [0, 3, 90], [2, 3, 9]], [1, 0, 1, 1]).ways).toEqual(new Set([0, 1, -1])) // prettier-ignore
})

test('bundleCrowd(a crowd between cards) leaves each its way', () => {
  expect(bundled([[0, 2, 200]], [0, 0, 0]).ways).toEqual(new Set([-1]))
})

test('bundleCrowd(a crowd through the side of the box) runs on together towards the port that it goes through', () => {
  const { ways, atTail } = bundled([[0, 3, 100], [1, 3, 100]], [0, 0, 0]) // prettier-ignore
  expect(ways).toEqual(new Set([0]))
  expect(atTail).toEqual([0])
})

test('place(six boxes, sixty lines from each to each behind it) is less than twice as high as one of them: the lines run together', () => {
  const [boxes, cards] = [6, 60]
  const cardOf = (box: number, card: number): number => 1 + boxes + box * cards + card
  const edges: [number, number][] = []
  for (let one = 0; one < boxes; one++)
    for (let other = one + 1; other < boxes; other++)
      for (let card = 0; card < cards; card++) edges.push([cardOf(one, card), cardOf(other, card)])
  const count = 1 + boxes + boxes * cards
  const input = {
    ...inputOf(graphOf(count, edges)),
    isBox: new Uint8Array(count).fill(1, 0, 1 + boxes),
    box: Int32Array.from({ length: count }, (_, thing) =>
      thing === 0 ? -1 : thing <= boxes ? 0 : 1 + Math.floor((thing - 1 - boxes) / cards),
    ),
  }
  const { height } = place(input)
  const highest = Math.max(...height.subarray(1, 1 + boxes))
  expect(height[0]! / highest).toBeLessThan(1.8)
})
