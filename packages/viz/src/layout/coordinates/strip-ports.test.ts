import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { orderedOf } from '../any-layered.ts'
import { stripPorts } from './strip-ports.ts'

test('stripPorts(graph without ports) is the graph itself', () => {
  const { layered, order } = orderedOf(graphOf(3, [[0, 1], [1, 2]])) // prettier-ignore
  const stripped = stripPorts(layered, order, 3)
  expect(stripped.layered).toBe(layered)
  expect([...stripped.segments]).toEqual([0, 1])
})

test('stripPorts(graph, items) leaves out the ports, their layer and what leads to them, and keeps the dummies', () => {
  // 0 feeds 1; both feed 2, the port at the right side: 0 over a dummy, beside 1.
  const { layered, order } = orderedOf(graphOf(3, [[0, 1], [1, 2], [0, 2]])) // prettier-ignore
  const stripped = stripPorts(layered, order, 2)
  expect([stripped.layered.nodeCount, stripped.layered.vertexCount]).toEqual([2, 3])
  expect([...stripped.layered.layerOf]).toEqual([0, 1, 1])
  expect([...stripped.order.vertices].sort()).toEqual([0, 1, 2])
  expect([...stripped.layered.out.starts]).toEqual([0, 2, 2, 2])
  expect(stripped.segments).toHaveLength(2)
})
