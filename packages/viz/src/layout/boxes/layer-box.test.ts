import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyInput, graphOf } from '../any-graph.ts'
import { boxGraphs, type BoxGraph } from './box-graph.ts'
import { inputOf } from '../placing/equal-cards.ts'
import { layerBox } from './layer-box.ts'
import { BORDER, splitEdges } from './split-edges.ts'

const graphsOf = (input: Parameters<typeof splitEdges>[0]): BoxGraph[] =>
  boxGraphs(input, splitEdges(input)).filter((graph) => graph !== undefined)

test('layerBox(graph) leads each link to a higher layer, a turned one to a lower, and keeps the sides of the box outermost', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      for (const graph of graphsOf(input)) {
        const { layer, turned, lastLayer, componentOf, atBorder } = layerBox(graph, null)
        graph.tail.forEach((tail, link) => {
          const head = graph.head[link]!
          const from = tail === BORDER ? 0 : layer[tail]!
          const to = head === BORDER ? lastLayer : layer[head]!
          if (turned[link]) expect(from).toBeGreaterThan(to)
          else expect(from).toBeLessThan(to)
          for (const item of [tail, head]) if (item !== BORDER && (tail === BORDER || head === BORDER)) expect(componentOf[item]).toBe(atBorder) // prettier-ignore
        })
      }
    }),
  )
})

test('layerBox(chain and a side way) puts a thing as near to what it feeds as to what feeds it', () => {
  // 0 → 1 → 2 → 3, and 4 → 3 alone: 4 stands right before 3.
  const [graph] = graphsOf(inputOf(graphOf(5, [[0, 1], [1, 2], [2, 3], [4, 3]]))) // prettier-ignore
  expect([...layerBox(graph!, null).layer]).toEqual([0, 1, 2, 3, 2])
})

test('layerBox(circle) turns one link', () => {
  const [graph] = graphsOf(inputOf(graphOf(3, [[0, 1], [1, 2], [2, 0]]))) // prettier-ignore
  const { turned, layer } = layerBox(graph!, null)
  expect([...turned]).toEqual([0, 0, 1])
  expect([...layer]).toEqual([0, 1, 2])
})
