import { csrOf } from '@lineagraph/core'
import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import type { Graph } from '../placing/equal-cards.ts'
import { findComponents } from './find-components.ts'

const componentsOf = ({ nodeCount, from, to }: Graph) => findComponents(csrOf(nodeCount, from, to))

test('findComponents(graph) puts all nodes without edges into the last component', () => {
  const { count, componentOf, singles } = componentsOf(graphOf(6, [[1, 5], [4, 2]])) // prettier-ignore
  expect({ count, componentOf: [...componentOf], singles }).toEqual({
    count: 3,
    componentOf: [2, 0, 1, 2, 1, 0],
    singles: 2,
  })
})

test('findComponents(graph where every node has an edge) has no component of singles', () => {
  const { count, singles } = componentsOf(graphOf(2, [[0, 1]]))
  expect([count, singles]).toEqual([1, 1])
})
