import { ENTITY_TYPES } from '../../model/resource.ts'
import type { NodeIndex } from '../../resolve/nodes.ts'
import type { LineageGraph } from '../lineage-graph.ts'
import { nearestName } from '../nearest-name.ts'
import { NearestIndex } from '../nearest.ts'
import { textsOf } from '../text-units.ts'
import type { SelectorFault } from './parse-selector.ts'

/**
 * What a name or condition that means nothing in a graph was most likely meant to be; undefined where nothing is near. It looks through
 * all names of the graph: O(n), and some time for a million, so ask it for what is told, not with every key that is hit.
 * @example
 * ```ts
 * const { fault } = findNode(graph, 'public.ordes')
 * if (fault) console.error(nearestMeant(graph, fault))
 * ```
 */
export function nearestMeant(graph: LineageGraph, fault: SelectorFault): string | undefined {
  const { code, method, value = '' } = fault
  if (code !== 'nothing-meant') return undefined
  switch (method) {
    case 'name':
      return nearest(value, namesLike(graph, value))
    case 'id':
      return nearest(value, each(graph, idOf))
    case 'title':
      return nearest(value, each(graph, titleOf))
    case 'schema':
    case 'database':
      return nearest(value, placesOf(graph, method))
    case 'type':
      return nearestName(value, ENTITY_TYPES)
    default:
      return undefined
  }
}

function nearest(value: string, texts: Iterable<string>): string | undefined {
  const distinct = new Set(texts)
  distinct.delete('')
  return new NearestIndex(textsOf([...distinct])).nearest(value)
}

function* each(
  graph: LineageGraph,
  textOf: (graph: LineageGraph, node: NodeIndex) => string,
): Generator<string> {
  for (let node = 0; node < graph.nodeCount; node++) yield textOf(graph, node)
}

const idOf = (graph: LineageGraph, node: NodeIndex): string => graph.idOf(node)
const titleOf = (graph: LineageGraph, node: NodeIndex): string => graph.titleOf(node)

/** Ids, titles, and for a name with dots what tables and columns are called with as many parts. */
function* namesLike(graph: LineageGraph, name: string): Generator<string> {
  const partCount = name.split('.').length
  for (let node = 0; node < graph.nodeCount; node++) {
    yield graph.idOf(node)
    const title = graph.titleOf(node)
    yield title
    if (partCount === 1 || title === '' || graph.kindOf(node) === 'missing') continue
    const isColumn = graph.kindOf(node) === 'external_column' || graph.typeOf(node) === 'column'
    const table = isColumn ? graph.parentOf(node) : node
    if (table < 0) continue
    const { cluster, database, schema } = graph.placePartsOf(table)
    const parts = [cluster, database, schema, graph.titleOf(table)].filter((part) => part !== undefined)
    yield (isColumn ? [...parts, title] : parts).slice(-partCount).join('.')
  }
}

/** What schemas or databases are called: where tables say that they are, and by the titles of their own. */
function* placesOf(graph: LineageGraph, part: 'schema' | 'database'): Generator<string> {
  for (let node = 0; node < graph.nodeCount; node++)
    if (graph.typeOf(node) === part) yield graph.titleOf(node)
    else if (graph.typeOf(node) !== 'column') yield graph.placePartsOf(node)[part] ?? ''
}
