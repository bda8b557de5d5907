import type { LineageGraph } from '@lineagraph/core'
import { lookOf } from '../../tokens/looks.ts'
import { nameOf } from './name-of.ts'
import type { Named } from './named.ts'
import { sortOf } from './sort-of.ts'

/** A node as panels name it. */
export const namedOf = (graph: LineageGraph, node: number): Named => ({
  key: graph.keyOf(node),
  name: nameOf(graph, node),
  sort: sortOf(graph, node),
  ...(isColumn(graph, node) && { within: nameOf(graph, graph.parentOf(node)) }),
})

const isColumn = (graph: LineageGraph, node: number): boolean =>
  graph.parentOf(node) >= 0 && lookOf(sortOf(graph, node)).icon === 'column'
