import { ENTITY_TYPES } from '../../model/resource.ts'
import { NODE_KINDS, type NodeIndex, type NodeKind } from '../../resolve/nodes.ts'
import type { LineageGraph } from '../lineage-graph.ts'

/** What counts as a type as well: a table or column of elsewhere is one, and each other kind is a type of its own. */
const TYPE_OF_KIND: Readonly<Record<Exclude<NodeKind, 'resource'>, string>> = {
  missing: 'missing',
  external_table: 'table',
  external_column: 'column',
}

/**
 * Whether a node is of a type: of an entity type, be it declared or mentioned only, or of a kind (`external_table`, `missing`).
 * Undefined for a type that is none of Secoda's, and that nothing in the graph has.
 * @example
 * ```ts
 * const isTable = isOfType(graph, 'table')
 * ```
 */
export function isOfType(graph: LineageGraph, type: string): ((node: NodeIndex) => boolean) | undefined {
  const { strings, resources } = graph.run
  const text = strings.find(type)
  const isKind = NODE_KINDS.some((kind) => kind === type && kind !== 'resource')
  const isKnown =
    isKind ||
    ENTITY_TYPES.some((known) => known === type) ||
    (text >= 0 && resources.type.values.includes(text))
  if (type === '' || !isKnown) return undefined
  return (node) => {
    const declared = graph.resourceOf(node)
    if (declared >= 0) return text >= 0 && resources.type.at(declared) === text
    const kind = graph.kindOf(node)
    return kind !== 'resource' && (kind === type || TYPE_OF_KIND[kind] === type)
  }
}

/** Everything of a type, as `isOfType` has it. O(n). */
export function nodesOfType(graph: LineageGraph, type: string): NodeIndex[] | undefined {
  const isOne = isOfType(graph, type)
  if (!isOne) return undefined
  const found: NodeIndex[] = []
  for (let node = 0; node < graph.nodeCount; node++) if (isOne(node)) found.push(node)
  return found
}
