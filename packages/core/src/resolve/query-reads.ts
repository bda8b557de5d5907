import { Column } from '../read/column.ts'
import type { IdentifierIndex } from '../read/identifiers.ts'
import type { Run } from '../read/run.ts'
import type { Span } from '../read/scan-json.ts'
import type { QueryWarning } from './sql/query-warning.ts'
import type { TablesFromQuery } from './sql/tables-from-query.ts'
import type { MentionIndex, TableMentions } from './table-mentions.ts'

/** Says what SQL reads: `tablesFromQuery`, in the dialect of the run. */
export type ReadQuery = (sql: string) => Pick<TablesFromQuery, 'tables' | 'warnings'>

/** A table that a query reads: the mention, and where its name first stands in the SQL. */
export interface QueryRead extends Span {
  readonly mention: MentionIndex
}

/**
 * What the queries of a run read. A row is a place where a table is named: the rows of a query stand together, those of one table
 * in the order of the SQL, and tables in the order of their first places.
 */
export class QueryReads {
  readonly #run: Run
  readonly #mentions: TableMentions
  readonly #readQuery: ReadQuery
  /** By identifier: where its rows begin and end. Both 0 for what is no query. */
  readonly #starts: Uint32Array
  readonly #ends: Uint32Array
  readonly #mention = Column.ints()
  readonly #start = Column.ints()
  readonly #end = Column.ints()
  readonly #warnings = new Map<IdentifierIndex, QueryWarning>()

  constructor(run: Run, mentions: TableMentions, readQuery: ReadQuery) {
    this.#run = run
    this.#mentions = mentions
    this.#readQuery = readQuery
    this.#starts = new Uint32Array(run.identifiers.size)
    this.#ends = new Uint32Array(run.identifiers.size)
  }

  /** Reads a query: once, whatever the number of lines that hold it. */
  read(query: IdentifierIndex): void {
    const { strings, identifiers } = this.#run
    const { tables, warnings } = this.#readQuery(strings.get(identifiers.nameOf(query)))
    this.#starts[query] = this.#mention.length
    for (const { places, ...parts } of tables) {
      const mention = this.#mentions.internParts(strings, parts)
      for (const { start, end } of places) {
        this.#mention.push(mention)
        this.#start.push(start)
        this.#end.push(end)
      }
    }
    this.#ends[query] = this.#mention.length
    if (warnings[0]) this.#warnings.set(query, warnings[0])
  }

  /** The tables that a query reads, each once, in the order of their first places. */
  *tablesOf(query: IdentifierIndex): Generator<QueryRead> {
    for (let row = this.#starts[query]!; row < this.#ends[query]!; row++)
      if (row === this.#starts[query]! || this.#mention.at(row) !== this.#mention.at(row - 1))
        yield this.#rowAt(row)
  }

  /** Every place where a query names a table that it reads, in the order of the SQL. */
  placesOf(query: IdentifierIndex): QueryRead[] {
    const places: QueryRead[] = []
    for (let row = this.#starts[query]!; row < this.#ends[query]!; row++) places.push(this.#rowAt(row))
    return places.sort((a, b) => a.start - b.start)
  }

  /** What of a query could not be understood: the first such spot; undefined where all was. */
  warningOf(query: IdentifierIndex): QueryWarning | undefined {
    return this.#warnings.get(query)
  }

  /** Whether it reads any table. */
  readsAny(query: IdentifierIndex): boolean {
    return this.#starts[query]! < this.#ends[query]!
  }

  #rowAt(row: number): QueryRead {
    return { mention: this.#mention.at(row), start: this.#start.at(row), end: this.#end.at(row) }
  }
}
