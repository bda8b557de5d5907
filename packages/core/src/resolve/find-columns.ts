import type { Run } from '../read/run.ts'
import { UNSET, type StringIndex } from '../read/strings.ts'
import { Tuples } from '../read/tuples.ts'
import { Folds } from './fold.ts'
import { Lists } from './lists.ts'
import type { NodeIndex, Nodes } from './nodes.ts'

/** A column that a mention may mean: the node of a declared one, or `~name` of one that the catalogs alone have. */
export type ColumnRef = number

/** The known columns of tables, by their titles. */
export interface KnownColumns {
  /** Those of this name: in exact case, and where none is with case folded. */
  find(
    table: NodeIndex,
    name: StringIndex,
  ): { readonly columns: readonly ColumnRef[]; readonly isFolded: boolean }
}

/**
 * @param tables those whose columns are wanted.
 * @param nodesOf the nodes of a catalog's table: it may be declared in the run as well, or not be mentioned.
 */
export function knownColumns(
  run: Run,
  nodes: Nodes,
  tables: ReadonlySet<NodeIndex>,
  nodesOf: (catalogTable: number) => readonly NodeIndex[],
): KnownColumns {
  const folds = new Folds(run.strings)
  const exact = new ColumnIndex()
  const loose = new ColumnIndex()
  const add = (column: ColumnRef, table: NodeIndex, name: StringIndex): void => {
    exact.add(column, table, name)
    loose.add(column, table, folds.intern(name))
  }
  const { parents } = nodes
  for (const node of tables.size === 0 ? [] : nodes.types.nodesOf('column')) {
    const title = run.resources.title.at(nodes.originOf(node))
    const table = parents[node]!
    if (title !== UNSET && tables.has(table)) add(node, table, title)
  }
  for (const { table, name } of catalogColumns(run, tables, nodesOf))
    if (exact.find(table, name).length === 0) add(~name, table, name)
  return {
    find(table, name) {
      const columns = exact.find(table, name)
      if (columns.length > 0) return { columns, isFolded: false }
      return { columns: loose.find(table, folds.intern(name)), isFolded: true }
    },
  }
}

/** What the catalogs say of the columns of some tables. O(what is in the catalogs). */
export function* catalogColumns(
  { catalog }: Run,
  tables: ReadonlySet<NodeIndex>,
  nodesOf: (catalogTable: number) => readonly NodeIndex[],
): Generator<{ readonly table: NodeIndex; readonly name: StringIndex }> {
  if (!catalog || tables.size === 0) return
  const wanted = new Map<number, readonly NodeIndex[]>()
  for (let table = 0; table < catalog.tables.size; table++) {
    const meant = nodesOf(table).filter((node) => tables.has(node))
    if (meant.length > 0) wanted.set(table, meant)
  }
  for (let column = 0; column < catalog.columns.size; column++)
    for (const table of wanted.get(catalog.columns.get(column, 0)) ?? [])
      yield { table, name: catalog.columns.get(column, 1) }
}

class ColumnIndex {
  readonly #keys = new Tuples(2)
  readonly #key = new Int32Array(2)
  readonly #columns = new Lists()

  add(column: ColumnRef, table: NodeIndex, name: number): void {
    this.#columns.add(this.#keys.intern(this.#keyOf(table, name)), column)
  }

  find(table: NodeIndex, name: number): readonly ColumnRef[] {
    return this.#columns.of(this.#keys.find(this.#keyOf(table, name)))
  }

  #keyOf(table: NodeIndex, name: number): Int32Array {
    this.#key[0] = table
    this.#key[1] = name
    return this.#key
  }
}
