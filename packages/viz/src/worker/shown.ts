import { shownAncestors, type LineageGraph, type NodeIndex } from '@lineagraph/core'
import { lookOf, type Level } from '../tokens/looks.ts'
import { sortOf } from './sort-of.ts'

/** Tables that other integrations declare, seen as one thing: those of one schema or of one database. */
export interface OutsideGroup {
  readonly key: string
  readonly title: string
}

/** What stands for each node at a level. */
export interface Shown {
  readonly level: Level
  /** Of each node: itself, the nearest thing around it that is shown, `graph.nodeCount` + i for group i, or -1. */
  readonly ancestor: Int32Array
  readonly groups: readonly OutsideGroup[]
  /** What is shown, each once, in the order of the nodes. */
  readonly things: Int32Array
}

/**
 * The things of the finest picture: what always is a card, whatever else has lineage, but for columns, which stand in their tables; and
 * of what is left, charts and the like that are in nothing, and anything with lineage that no card takes up.
 */
export function shownFinest(graph: LineageGraph): Shown {
  const isCard = new Uint8Array(graph.nodeCount)
  for (let node = 0; node < graph.nodeCount; node++) {
    const { always, level } = lookOf(sortOf(graph, node))
    if (always || (level < 3 && hasLineage(graph, node))) isCard[node] = 1
  }
  const taken = shownAncestors(graph.parents, (node) => isCard[node] === 1)
  for (let node = 0; node < graph.nodeCount; node++)
    if (taken[node]! < 0 && (lookOf(sortOf(graph, node)).level === 2 || hasLineage(graph, node)))
      isCard[node] = 1
  return shown(
    2,
    shownAncestors(graph.parents, (node) => isCard[node] === 1),
    [],
  )
}

/**
 * A coarser picture: for each card of the finest one, the nearest thing around it that is coarse enough, or else the outermost.
 * What is outside this run has no parents: there tables are grouped by the parts of their names.
 */
export function shownAt(graph: LineageGraph, finest: Shown, level: 0 | 1): Shown {
  const owner = owners(graph, level)
  const isShown = new Uint8Array(graph.nodeCount)
  for (const thing of finest.things) isShown[owner[thing]!] = 1
  const ancestor = shownAncestors(graph.parents, (node) => isShown[node] === 1)
  const groups = new Map<string, number>()
  for (let node = 0; node < graph.nodeCount; node++) {
    const kind = graph.kindOf(node)
    const table = kind === 'external_table' ? node : kind === 'external_column' ? graph.parentOf(node) : -1
    if (table < 0 || graph.kindOf(table) !== 'external_table') continue
    const key = groupKey(graph, table, level)
    if (!groups.has(key)) groups.set(key, groups.size)
    ancestor[node] = graph.nodeCount + groups.get(key)!
  }
  return shown(
    level,
    ancestor,
    [...groups.keys()].map((key) => ({ key, title: groupTitle(key) })),
  )
}

/** Whether lineage names the node itself. */
export const hasLineage = ({ in: into, out }: LineageGraph, node: NodeIndex): boolean =>
  out.starts[node + 1]! > out.starts[node]! || into.starts[node + 1]! > into.starts[node]!

function shown(level: Level, ancestor: Int32Array, groups: readonly OutsideGroup[]): Shown {
  const seen = new Uint8Array(ancestor.length + groups.length)
  for (const thing of ancestor) if (thing >= 0) seen[thing] = 1
  const things = Int32Array.from([...seen.keys()].filter((thing) => seen[thing] === 1))
  return { level, ancestor, groups, things }
}

/** For each node the nearest of itself and what is around it that the level shows, or the outermost. Each step up is taken once. */
function owners(graph: LineageGraph, level: Level): Int32Array {
  const owner = new Int32Array(graph.nodeCount).fill(-1)
  const visit = new Int32Array(graph.nodeCount).fill(-1)
  const way: NodeIndex[] = []
  for (let start = 0; start < graph.nodeCount; start++) {
    let node = start
    for (;;) {
      way.push(node)
      visit[node] = start
      if (owner[node]! >= 0 || lookOf(sortOf(graph, node)).level <= level) break
      const parent = graph.parentOf(node)
      if (parent < 0 || visit[parent] === start) break
      node = parent
    }
    const found = owner[node]! >= 0 ? owner[node]! : node
    for (const below of way) owner[below] = found
    way.length = 0
  }
  return owner
}

function groupKey(graph: LineageGraph, table: NodeIndex, level: Level): string {
  const identifier = graph.identifierOf(table)
  if (identifier.type !== 'external_table') return 'outside:[]'
  const { cluster, database, schema } = identifier
  const parts = level === 0 ? [cluster, database] : [cluster, database, schema]
  return `outside:${JSON.stringify(parts.map((part) => part ?? null))}`
}

function groupTitle(key: string): string {
  const parts = JSON.parse(key.slice('outside:'.length)) as (string | null)[]
  return parts.filter((part) => part !== null).join('.') || 'Outside this run'
}
