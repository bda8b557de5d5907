import { CATALOG_PARTS, type Catalog } from '../catalog.ts'
import { digestOf } from '../hash.ts'
import type { LinePlace, LineProblem } from '../problem.ts'
import type { Run } from '../run.ts'
import { UNSET, type StringIndex } from '../strings.ts'
import type { TupleIndex } from '../tuples.ts'
import type { DeclaredTables } from './declared-tables.ts'

/** A table as a catalog names it: parts that are empty or not given are unset. */
export type NamedTable = { readonly table: string } & {
  readonly [part in (typeof CATALOG_PARTS)[number]]?: string | null | undefined
}

/** Where something in a file of a catalog stands; the file is known. */
export type CatalogPlace = Omit<LinePlace, 'file'>

/** A file of a catalog, the last one of a run, while it is read: what it names goes into the catalog, what is wrong with it to the problems of the run. */
export class CatalogFile {
  /** Lines so far, empty ones included. */
  lineCount = 0
  /** What is declared so far: tables and columns, and what another run declares beside them. */
  declarationCount = 0
  /** Tables and columns that are named so far, repeats included. */
  namedCount = 0
  /** Of its folder, among those of the catalogs. */
  readonly folder: number
  readonly #index: number
  readonly #firstProblem: number
  readonly #tuple = new Int32Array(CATALOG_PARTS.length)
  readonly #column = new Int32Array(2)

  constructor(
    readonly run: Run,
    readonly catalog: Catalog,
    /** The tables of other integrations' runs, by id. */
    readonly declared: DeclaredTables,
  ) {
    this.#index = run.files.length - 1
    this.#firstProblem = run.problems.length
    this.folder = declared.folderOf(run.files[this.#index]!.name)
  }

  addTable(named: NamedTable): TupleIndex {
    for (const [i, part] of CATALOG_PARTS.entries()) this.#tuple[i] = this.text(named[part])
    return this.addTuple(this.#tuple)
  }

  /** A table by its parts as strings of the run, in the order of `CATALOG_PARTS`. */
  addTuple(tuple: Int32Array): TupleIndex {
    this.declarationCount++
    this.namedCount++
    return this.catalog.tables.intern(tuple)
  }

  addColumn(table: TupleIndex, name: StringIndex): void {
    this.#column[0] = table
    this.#column[1] = name
    this.catalog.columns.intern(this.#column)
  }

  /** The index of a text in the run; UNSET for an empty one and for none. */
  text(text: string | null | undefined): StringIndex {
    return text ? this.run.strings.intern(text) : UNSET
  }

  /** @param length of the line, in bytes. */
  reportTooLong(line: number, offset: number, length: number): void {
    this.report({ line, offset }, { kind: 'line-too-long', length, digest: digestOf(String(length)) })
  }

  report(place: CatalogPlace, problem: LineProblem): void {
    this.run.problems.push({ ...problem, ...place, file: this.#index })
  }

  /** Says what the file turned out to hold. Its problems come into the order of their lines, as those of the run are. */
  close(): void {
    const own = this.run.problems.splice(this.#firstProblem).sort((a, b) => a.line - b.line)
    for (const problem of own) this.run.problems.push(problem)
    this.run.closeCatalog(this)
  }
}
