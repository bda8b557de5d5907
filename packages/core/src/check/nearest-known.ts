import type { LineageGraph } from '../graph/lineage-graph.ts'
import { NearestIndex } from '../graph/nearest.ts'
import { textsOf, type Texts } from '../graph/text-units.ts'
import { Column } from '../read/column.ts'
import { UNSET } from '../read/strings.ts'
import { catalogColumns } from '../resolve/find-columns.ts'
import { KnownTables } from '../resolve/known-tables.ts'
import type { NodeIndex } from '../resolve/nodes.ts'
import { CLUSTER, DATABASE, NAME, SCHEMA, type MentionIndex } from '../resolve/table-mentions.ts'

/** The parts of a table, from the outside in. */
const PARTS: readonly number[] = [CLUSTER, DATABASE, SCHEMA, NAME]

/**
 * The known tables that mentions were most likely meant to be, in words: by the parts that each gives. Mentions that give the same
 * parts share an index: at most one for each choice of parts.
 * @returns by mention, as far as the effort goes.
 */
export function nearestTables(
  graph: LineageGraph,
  mentions: readonly MentionIndex[],
  effort: number,
): Map<MentionIndex, string> {
  const { strings } = graph.run
  const { tuples } = graph.resolution.externals.mentions
  const known = new KnownTables(graph.run, graph.resolution.nodes)
  const textOf = (partAt: (part: number) => number, given: readonly number[]): string =>
    given.map((part) => strings.get(partAt(part))).join('.')
  const byChoice = new Map<string, MentionIndex[]>()
  for (const mention of mentions) {
    const choice = PARTS.filter((part) => tuples.get(mention, part) !== UNSET).join()
    const same = byChoice.get(choice)
    if (same) same.push(mention)
    else byChoice.set(choice, [mention])
  }
  const nearest = new Map<MentionIndex, string>()
  for (const asked of byChoice.values()) {
    const given = PARTS.filter((part) => tuples.get(asked[0]!, part) !== UNSET)
    const texts = asked.map((mention) => textOf((part) => tuples.get(mention, part), given))
    const share = effort * (asked.length / mentions.length)
    const candidates = candidatesBy(known, given, textOf)
    const found = new NearestIndex(candidates).nearestOf(textsOf(texts), share)
    for (const [i, mention] of asked.entries())
      if (found[i]! >= 0) nearest.set(mention, candidates.at(found[i]!))
  }
  return nearest
}

/** The known tables in words, each by those of its parts that are given: a million take some integers each, and no text. */
function candidatesBy(
  known: KnownTables,
  given: readonly number[],
  textOf: (partAt: (part: number) => number, given: readonly number[]) => string,
): Texts {
  const parts = Column.ints()
  known.visit(
    () => true,
    (_, tuple) => {
      for (const part of PARTS) parts.push(tuple[part]!)
    },
  )
  const partAt = (table: number, part: number): number => parts.at(table * PARTS.length + PARTS.indexOf(part))
  return {
    length: parts.length / PARTS.length,
    at: (table) =>
      textOf(
        (part) => partAt(table, part),
        given.filter((part) => partAt(table, part) !== UNSET),
      ),
  }
}

/**
 * The only known table that has the name of a mention, in words with all its parts: what was meant where the name is right and what is
 * around it is not.
 */
export function onlyTablesNamed(
  graph: LineageGraph,
  mentions: readonly MentionIndex[],
): (mention: MentionIndex) => string | undefined {
  const { strings } = graph.run
  const { tuples } = graph.resolution.externals.mentions
  const names = new Set(mentions.map((mention) => tuples.get(mention, NAME)))
  const texts = new Map<number, string | undefined>()
  new KnownTables(graph.run, graph.resolution.nodes).visit(
    (name) => names.has(name),
    (_, parts) => {
      const text = PARTS.map((part) => strings.at(parts[part]!))
        .filter((part) => part !== undefined)
        .join('.')
      texts.set(parts[NAME]!, texts.has(parts[NAME]!) ? undefined : text)
    },
  )
  return (mention) => texts.get(tuples.get(mention, NAME))
}

/**
 * The known columns that unknown ones were most likely meant to be.
 * @param asked the unknown columns, by the nodes of their tables.
 * @returns by table and column, as far as the effort goes.
 */
export function nearestColumns(
  graph: LineageGraph,
  asked: ReadonlyMap<NodeIndex, readonly string[]>,
  effort: number,
): Map<NodeIndex, Map<string, string>> {
  const { run, resolution } = graph
  const tables = new Set(asked.keys())
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
  let count = 0
  for (const columns of asked.values()) count += columns.length
  const nearest = new Map<NodeIndex, Map<string, string>>()
  for (const [table, columns] of asked) {
    const candidates = textsOf([...(names.get(table) ?? [])])
    const share = effort * (columns.length / count)
    const found = new NearestIndex(candidates).nearestOf(textsOf(columns), share)
    const ofTable = new Map<string, string>()
    for (const [i, column] of columns.entries())
      if (found[i]! >= 0) ofTable.set(column, candidates.at(found[i]!))
    nearest.set(table, ofTable)
  }
  return nearest
}
