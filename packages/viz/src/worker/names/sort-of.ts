import { visible, type LineageGraph, type NodeIndex } from '@lineagraph/core'
import { sortOfType, type Sort } from '../../tokens/looks.ts'

/** What sort of thing a node is: how it looks, and by what the legend switches it off. */
export function sortOf(graph: LineageGraph, node: NodeIndex): Sort {
  switch (graph.kindOf(node)) {
    case 'resource':
      return sortOfType(visible(graph.typeOf(node)))
    case 'missing':
      return '@missing'
    case 'external_table':
      return '@external'
    case 'external_column':
      return '@external_column'
  }
}
