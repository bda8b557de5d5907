import type { Run } from '../read/run.ts'
import { Strings, UNSET, type StringIndex } from '../read/strings.ts'
import { Tuples } from '../read/tuples.ts'
import { fold } from './fold.ts'
import type { NodeIndex, Nodes } from './nodes.ts'
import { resourcesOfType } from './resources-of-type.ts'

/**
 * Finds the declared columns of a table by their title: in exact case, and where none fits with case folded.
 * @param tables those whose columns are wanted.
 */
export function columnFinder(
  run: Run,
  nodes: Nodes,
  tables: ReadonlySet<NodeIndex>,
): (table: NodeIndex, name: StringIndex) => readonly NodeIndex[] {
  const folded = new Strings()
  const foldOf = (text: StringIndex): StringIndex => folded.intern(fold(run.strings.get(text)))
  const exact = new ColumnIndex()
  const loose = new ColumnIndex()
  for (const node of tables.size === 0 ? [] : resourcesOfType(run, nodes, 'column')) {
    const declared = nodes.originOf(node)
    const table = nodes.parents[node]!
    const title = run.resources.title.at(declared)
    if (title === UNSET || !tables.has(table)) continue
    exact.add(node, table, title)
    loose.add(node, table, foldOf(title))
  }
  return (table, name) => {
    const fitting = exact.find(table, name)
    return fitting.length > 0 ? fitting : loose.find(table, foldOf(name))
  }
}

class ColumnIndex {
  readonly #keys = new Tuples(2)
  readonly #columns: NodeIndex[][] = []

  add(column: NodeIndex, table: NodeIndex, name: StringIndex): void {
    ;(this.#columns[this.#keys.intern(Int32Array.of(table, name))] ??= []).push(column)
  }

  find(table: NodeIndex, name: StringIndex): readonly NodeIndex[] {
    return this.#columns[this.#keys.find(Int32Array.of(table, name))] ?? []
  }
}
