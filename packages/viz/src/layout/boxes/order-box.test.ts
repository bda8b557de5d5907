import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyInput } from '../any-graph.ts'
import { boxGraphs, type BoxGraph } from './box-graph.ts'
import { finish } from '../finish.ts'
import { FAR } from '../crossings/layered.ts'
import { linkEnds } from './link-ends.ts'
import { orderBox, type Ports } from './order-box.ts'
import { pickFlags } from './pick.ts'
import { BORDER, splitEdges } from './split-edges.ts'

/** A port of its own for each link that goes through a side. */
function portsOf({ tail, head }: BoxGraph): Ports {
  const numbered = (ends: Int32Array) => {
    let count = 0
    const of = ends.map((item) => (item === BORDER ? count++ : -1))
    return { count, of }
  }
  const [left, right] = [numbered(tail), numbered(head)]
  return { leftCount: left.count, leftOf: left.of, rightCount: right.count, rightOf: right.of }
}

test('orderBox(graph, ports) gives each vertex one place in its layer, ports in their order, and each link a way from layer to layer', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const pieces = splitEdges(input)
      for (const graph of boxGraphs(input, pieces)) {
        if (!graph) continue
        const ports = portsOf(graph)
        const lane = new Uint8Array(graph.items.length)
        const { layered, order, passed, turned, vertexBeside } = finish(
          orderBox(
            graph,
            ports,
            linkEnds(graph, pieces, input),
            lane,
            pickFlags(input.isBox, graph.items),
            1,
            null,
          ),
        )
        const { layerOf, layerStarts, vertexCount, dummyStarts } = layered
        expect([...order.vertices].sort((a, b) => a - b)).toEqual([...Array(vertexCount).keys()])
        order.vertices.forEach((vertex, at) => {
          expect(order.place[vertex]).toBe(at)
          expect(at).toBeGreaterThanOrEqual(layerStarts[layerOf[vertex]!]!)
          expect(at).toBeLessThan(layerStarts[layerOf[vertex]! + 1]!)
        })
        const left = graph.items.length
        const right = left + ports.leftCount
        for (const [first, count] of [
          [left, ports.leftCount],
          [right, ports.rightCount],
        ] as const)
          for (let port = first + 1; port < first + count; port++)
            expect(order.place[port]).toBe(order.place[port - 1]! + 1)
        graph.links.forEach((_, link) => {
          if (dummyStarts[link] === FAR) return
          const [tail, head] = [graph.tail[link]!, graph.head[link]!]
          const from = tail === BORDER ? left + ports.leftOf[link]! : tail
          const to = head === BORDER ? right + ports.rightOf[link]! : head
          const forth = turned[link] ? -1 : 1
          expect(passed[link]).toBe((layerOf[to]! - layerOf[from]!) * forth - 1)
          if (passed[link] === 0) return
          expect(layerOf[vertexBeside(link, -1)]).toBe(layerOf[to]! - forth)
          expect(layerOf[vertexBeside(link, 1)]).toBe(layerOf[from]! + forth)
        })
      }
    }),
  )
})
