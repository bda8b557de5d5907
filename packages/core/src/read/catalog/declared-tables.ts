import type { Catalog } from '../catalog.ts'
import { Column } from '../column.ts'
import type { StringIndex } from '../strings.ts'
import { Tuples, type TupleIndex } from '../tuples.ts'

/** Stands for every folder. */
const ANYWHERE = -1

/**
 * The tables that other integrations' runs declare, by id, and the columns that wait for theirs: a column may stand before its table, in
 * another file of the run. Two integrations may use one id: so a parent is looked for in the folder of its column first.
 */
export class DeclaredTables {
  readonly #catalog: Catalog
  readonly #folders = new Map<string, number>()
  readonly #ids = new Tuples(2)
  /** Beside the ids. */
  readonly #tables = Column.ints()
  readonly #columns = { folder: Column.ints(), parent: Column.ints(), name: Column.ints() }

  constructor(catalog: Catalog) {
    this.#catalog = catalog
  }

  /** The number of the folder that a file lies in. */
  folderOf(fileName: string): number {
    const folder = fileName.slice(0, fileName.lastIndexOf('/') + 1)
    const known = this.#folders.get(folder) ?? this.#folders.size
    this.#folders.set(folder, known)
    return known
  }

  /** The first table of an id stands. */
  addTable(folder: number, id: StringIndex, table: TupleIndex): void {
    for (const where of [folder, ANYWHERE])
      if (this.#ids.intern(Int32Array.of(where, id)) === this.#tables.length) this.#tables.push(table)
  }

  addColumn(folder: number, parent: StringIndex, name: StringIndex): void {
    this.#columns.folder.push(folder)
    this.#columns.parent.push(parent)
    this.#columns.name.push(name)
  }

  /** Gives each column to its table, when all files are read. One whose parent is no table of a catalog belongs to none. */
  settle(): void {
    const { folder, parent, name } = this.#columns
    for (let i = 0; i < name.length; i++) {
      const table = this.#find(folder.at(i), parent.at(i)) ?? this.#find(ANYWHERE, parent.at(i))
      if (table !== undefined) this.#catalog.columns.intern(Int32Array.of(table, name.at(i)))
    }
  }

  #find(folder: number, id: StringIndex): TupleIndex | undefined {
    const found = this.#ids.find(Int32Array.of(folder, id))
    return found < 0 ? undefined : this.#tables.at(found)
  }
}
