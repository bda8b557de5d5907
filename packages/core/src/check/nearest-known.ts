import type { LineageGraph } from '../graph/lineage-graph.ts'
import { NearestIndex } from '../graph/nearest.ts'
import { UNSET } from '../read/strings.ts'
import { catalogColumns } from '../resolve/find-columns.ts'
import { KnownTables } from '../resolve/known-tables.ts'
import type { NodeIndex } from '../resolve/nodes.ts'
import { CLUSTER, DATABASE, NAME, SCHEMA, type MentionIndex } from '../resolve/table-mentions.ts'

/** The parts of a table, from the outside in. */
const PARTS = [CLUSTER, DATABASE, SCHEMA, NAME] as const

/**
 * The known table that a mention was most likely meant to be, in words: by the parts that the mention gives. Mentions that give the same
 * parts share an index, which is built for the first of them: at most one for each choice of parts.
 */
export function nearestTables(
  graph: LineageGraph,
  effort: number,
): (mention: MentionIndex) => string | undefined {
  const { strings } = graph.run
  const { tuples } = graph.resolution.externals.mentions
  const known = new KnownTables(graph.run, graph.resolution.nodes)
  const indexes = new Map<string, NearestIndex>()
  const textOf = (partAt: (part: number) => number, given: readonly number[]): string =>
    given.map((part) => strings.get(partAt(part))).join('.')
  return (mention) => {
    const given = PARTS.filter((part) => tuples.get(mention, part) !== UNSET)
    const choice = given.join()
    let index = indexes.get(choice)
    if (index === undefined) {
      const texts = new Set<string>()
      known.visit(
        () => true,
        (_, parts) => {
          const had = given.filter((part) => parts[part] !== UNSET)
          texts.add(textOf((part) => parts[part]!, had))
        },
      )
      indexes.set(choice, (index = new NearestIndex(texts, effort)))
    }
    return index.nearest(textOf((part) => tuples.get(mention, part), given))
  }
}

/**
 * The known column that an unknown one was most likely meant to be.
 * @param tables the nodes of the tables that will be asked for.
 */
export function nearestColumns(
  graph: LineageGraph,
  tables: ReadonlySet<NodeIndex>,
  effort: number,
): (table: NodeIndex, column: string) => string | undefined {
  const { run, resolution } = graph
  const names = new Map<NodeIndex, Set<string>>()
  const add = (table: NodeIndex, name: string): void => {
    const known = names.get(table)
    if (known) known.add(name)
    else names.set(table, new Set([name]))
  }
  for (const table of tables)
    for (const child of graph.childrenOf(table))
      if (graph.typeOf(child) === 'column' && graph.titleOf(child) !== '') add(table, graph.titleOf(child))
  for (const { table, name } of catalogColumns(run, tables, resolution.externals.tables.nodesOfCatalogTable))
    add(table, run.strings.get(name))
  const indexes = new Map<NodeIndex, NearestIndex>()
  return (table, column) => {
    let index = indexes.get(table)
    if (index === undefined) indexes.set(table, (index = new NearestIndex(names.get(table) ?? [], effort)))
    return index.nearest(column)
  }
}
