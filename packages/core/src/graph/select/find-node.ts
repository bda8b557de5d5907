import type { NodeIndex } from '../../resolve/nodes.ts'
import type { LineageGraph } from '../lineage-graph.ts'
import { namesOf } from './names.ts'
import { parseSelector, type SelectorFault } from './parse-selector.ts'

/** The one node that a name means; the several that it might mean; or why it means none. */
export type FoundNode =
  | { readonly node: NodeIndex; readonly several?: undefined; readonly fault?: undefined }
  | { readonly several: readonly NodeIndex[]; readonly node?: undefined; readonly fault?: undefined }
  | { readonly fault: SelectorFault; readonly node?: undefined; readonly several?: undefined }

/**
 * Finds a node by its name as it stands: an id, else a title, else the parts of a table's or column's name. What is nobody's name is
 * read as a selector of one name: quoted, or after `id:`, `title:` or `key:`. O(n).
 * @example
 * ```ts
 * const found = findNode(graph, 'public.orders')
 * ```
 */
export function findNode(graph: LineageGraph, text: string): FoundNode {
  const names = namesOf(graph)
  const asItStands = names.meant(text)
  if (asItStands) return oneOf(asItStands.nodes)
  const nothing = { code: 'nothing-meant', method: 'name', value: text, start: 0, end: text.length } as const
  const { selector, fault } = parseSelector(text)
  if (fault) return { fault: fault.code === 'name-expected' ? nothing : fault }
  const [term, ...others] = selector.groups.flat()
  if (!term || others.length > 0 || term.up > 0 || term.down > 0 || term.isNot) return { fault: nothing }
  switch (term.method) {
    case 'name':
      return oneOf(names.meant(term.value)?.nodes ?? [])
    case 'title':
      return oneOf([...names.titled(term.value)])
    case 'id':
      return oneOf(listOf(graph.nodeOfId(term.value)))
    case 'key':
      return oneOf(listOf(graph.nodeOfKey(term.value)))
    default:
      return { fault: nothing }
  }

  function oneOf(nodes: readonly NodeIndex[]): FoundNode {
    if (nodes.length > 1) return { several: nodes }
    const [node] = nodes
    if (node !== undefined) return { node }
    const { method, value } = term ?? nothing
    return { fault: { ...nothing, method, value } }
  }
}

const listOf = (node: NodeIndex | undefined): readonly NodeIndex[] => (node === undefined ? [] : [node])
