import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { boxGraphs } from './box-graph.ts'
import { boxPorts } from './box-ports.ts'
import { inputOf } from '../placing/equal-cards.ts'
import { finish } from '../finish.ts'
import { linkEnds } from './link-ends.ts'
import { orderBox, type OrderedBox } from './order-box.ts'
import { splitEdges } from './split-edges.ts'

/** The ports of box 0, which holds some things, when the picture around it is in order. */
function portsOfFirst(count: number, inside: readonly number[], edges: readonly [number, number][]) {
  const box = new Int32Array(count).fill(-1)
  for (const thing of inside) box[thing] = 0
  const isBox = new Uint8Array(count)
  isBox[0] = 1
  const input = { ...inputOf(graphOf(count, edges)), box, isBox }
  const pieces = splitEdges(input)
  const graphs = boxGraphs(input, pieces)
  const linkOf = new Uint32Array(pieces.edge.length)
  for (const graph of graphs) graph?.links.forEach((piece, link) => (linkOf[piece] = link))
  const picture = graphs[count]!
  const ordered: (OrderedBox | undefined)[] = []
  const none = boxPorts(picture.links, pieces, linkOf, ordered)
  ordered[count] = finish(
    orderBox(
      picture,
      none,
      linkEnds(picture, pieces, input),
      new Uint8Array(picture.items.length),
      new Uint8Array(picture.items.length),
      1,
      null,
    ),
  )
  const place = (thing: number): number => ordered[count]!.order.place[picture.items.indexOf(thing)]!
  const { links } = graphs[0]!
  const { leftCount, rightCount, leftOf, rightOf } = boxPorts(links, pieces, linkOf, ordered)
  /** By edge. */
  const inOrder = (ports: Int32Array): number[] =>
    edges.map((_, edge) => ports[links.findIndex((piece) => pieces.edge[piece] === edge)]!)
  return { none, place, ports: { leftCount, rightCount, leftOf: inOrder(leftOf), rightOf: inOrder(rightOf) } }
}

test('boxPorts(links of the picture) is none: nothing is around it', () => {
  const { none } = portsOfFirst(2, [1], [])
  expect(none).toMatchObject({ leftCount: 0, rightCount: 0 })
})

test('boxPorts(links) numbers them by where they come from and lead to, those of one place alike', () => {
  // 3 and 4 stand before the box, 5 behind it; 1 and 2 are in it.
  const { ports, place } = portsOfFirst(6, [1, 2], [[3, 1], [4, 2], [4, 1], [1, 5], [2, 5], [1, 2]]) // prettier-ignore
  const upper = place(3) < place(4) ? 0 : 1
  expect(ports.leftCount).toBe(2)
  expect(ports.leftOf).toEqual([upper, 1 - upper, 1 - upper, -1, -1, -1])
  expect(ports.rightCount).toBe(1)
  expect(ports.rightOf).toEqual([-1, -1, -1, 0, 0, -1])
})
