import { UNSET, type StringIndex } from '../../read/strings.ts'
import { groupsOf, membersOf, type Groups } from '../../resolve/groups.ts'
import type { NodeIndex } from '../../resolve/nodes.ts'
import type { LineageGraph } from '../lineage-graph.ts'

/** What a name means, and as what it was understood. */
export interface Meaning {
  readonly by: 'id' | 'title' | 'parts'
  readonly nodes: readonly NodeIndex[]
}

/** Finds nodes by name. */
export interface Names {
  /** By id, else by title, else by the parts of a table's or column's name; undefined where nothing is named so. */
  meant(name: string): Meaning | undefined
  /** Everything with this title, in the order of the graph; empty where nothing has it. */
  titled(title: string): Uint32Array
}

/** The names of a graph: titles are sorted once, when one is first asked for. O(n), and O(what is found) a name then. */
export function namesOf(graph: LineageGraph): Names {
  let byTitle: Groups | undefined
  const titledAs = (title: StringIndex): Uint32Array => {
    byTitle ??= groupsOf(graph.run.strings.size, titlesOf(graph))
    return membersOf(byTitle, title)
  }
  const titled = (title: string): Uint32Array => {
    const text = title === '' ? UNSET : graph.run.strings.find(title)
    return text === UNSET ? NONE : titledAs(text)
  }
  return {
    titled,
    meant(name) {
      const node = graph.nodeOfId(name)
      if (node !== undefined) return { by: 'id', nodes: [node] }
      const titles = titled(name)
      if (titles.length > 0) return { by: 'title', nodes: [...titles] }
      const parts: NodeIndex[] = []
      for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
        const before = name.slice(0, dot)
        for (const node of titled(name.slice(dot + 1))) if (standsIn(graph, node, before)) parts.push(node)
      }
      return parts.length > 0 ? { by: 'parts', nodes: parts } : undefined
    },
  }
}

const NONE = new Uint32Array(0)

/** By node the text of its title, or UNSET. */
function titlesOf(graph: LineageGraph): Int32Array {
  const titles = new Int32Array(graph.nodeCount)
  for (let node = 0; node < graph.nodeCount; node++) {
    const declared = graph.resourceOf(node)
    titles[node] =
      declared >= 0
        ? graph.run.resources.title.at(declared)
        : graph.kindOf(node) === 'missing'
          ? UNSET
          : graph.resolution.nodes.nameOf(node)
  }
  return titles
}

/** Whether `place` is what stands before the name of a table or a column: `schema`, `database.schema`, `schema.table`, … */
function standsIn(graph: LineageGraph, node: NodeIndex, place: string): boolean {
  let here = node
  let left = place
  // Each step takes at least a dot away: it ends, whatever the parents.
  while (isColumn(graph, here) && graph.parentOf(here) >= 0) {
    here = graph.parentOf(here)
    const title = graph.titleOf(here)
    if (left === title) return true
    if (!left.endsWith(`.${title}`)) return false
    left = left.slice(0, -title.length - 1)
  }
  if (graph.kindOf(here) === 'missing') return false
  const { cluster, database, schema } = graph.placePartsOf(here)
  const parts = [cluster, database, schema].filter((part) => part !== undefined)
  return parts.some((_, first) => parts.slice(first).join('.') === left)
}

const isColumn = (graph: LineageGraph, node: NodeIndex): boolean =>
  graph.kindOf(node) === 'external_column' || graph.typeOf(node) === 'column'
