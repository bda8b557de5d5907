import type { NodeIndex } from '../../resolve/nodes.ts'
import { distancesFrom } from '../distances.ts'
import { everythingInside } from '../everything-inside.ts'
import type { LineageGraph } from '../lineage-graph.ts'
import { standInsOf, type Ways } from '../ways.ts'
import { markedIn } from './marked-in.ts'
import { namesOf } from './names.ts'
import { nodesInPlace } from './nodes-in-place.ts'
import { nodesOfType } from './nodes-of-type.ts'
import type { SelectorTerm } from './parse-selector.ts'

/** What the terms of a selector mean. */
export interface TermReader {
  /** Each node once; undefined where the name is nobody's. */
  readonly meantBy: (term: SelectorTerm) => Iterable<NodeIndex> | undefined
  /** The names that meant several things until now. */
  readonly several: readonly { readonly term: SelectorTerm; readonly nodes: readonly NodeIndex[] }[]
}

/** Reads terms one by one, each O(n + m) at most. @param findings the nodes that a finding of this name is about. @param ways what hops go along. */
export function termReader(
  graph: LineageGraph,
  findings: (name: string) => Iterable<NodeIndex> | undefined,
  ways: Ways,
): TermReader {
  const names = namesOf(graph)
  const several: { term: SelectorTerm; nodes: readonly NodeIndex[] }[] = []
  return { meantBy, several }

  function meantBy(term: SelectorTerm): Iterable<NodeIndex> | undefined {
    const nodes = itself(term)
    if (!nodes || (term.up === 0 && term.down === 0)) return nodes
    return withHops(everythingInside(graph, nodes), term)
  }

  function itself(term: SelectorTerm): Iterable<NodeIndex> | undefined {
    const { method, value } = term
    switch (method) {
      case 'type':
        return nodesOfType(graph, value)
      case 'schema':
      case 'database':
        return unlessEmpty(nodesInPlace(graph, method, value))
      case 'finding': {
        const nodes = findings(value)
        return nodes && new Set(nodes)
      }
      default: {
        const nodes = named(method, value)
        if (!nodes) return undefined
        if (nodes.length > 1) several.push({ term, nodes })
        return everythingInside(graph, nodes)
      }
    }
  }

  function named(method: 'name' | 'id' | 'title' | 'key', value: string): readonly NodeIndex[] | undefined {
    switch (method) {
      case 'name':
        return names.meant(value)?.nodes
      case 'title':
        return unlessEmpty([...names.titled(value)])
      case 'id':
        return single(graph.nodeOfId(value))
      case 'key':
        return single(graph.nodeOfKey(value))
    }
  }

  function withHops(starts: ReadonlySet<NodeIndex>, { up, down }: SelectorTerm): Iterable<NodeIndex> {
    const from = standInsOf(ways, starts)
    const isIn = new Uint8Array(graph.nodeCount)
    for (const node of starts) isIn[node] = 1
    if (up > 0) for (const node of distancesFrom(ways.in, from, up).reached) isIn[node] = 1
    if (down > 0) for (const node of distancesFrom(ways.out, from, down).reached) isIn[node] = 1
    return markedIn(isIn)
  }
}

const single = (node: NodeIndex | undefined): readonly NodeIndex[] | undefined =>
  node === undefined ? undefined : [node]

const unlessEmpty = (nodes: readonly NodeIndex[]): readonly NodeIndex[] | undefined =>
  nodes.length === 0 ? undefined : nodes
