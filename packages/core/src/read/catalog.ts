import { Tuples } from './tuples.ts'

/**
 * The tables that are in the workspace already, and their columns, as strings of the run that they are read beside: a table is there
 * once, however many catalogs name it. Who mentions a table may mean one of these.
 * @example
 * ```ts
 * const tables = run.catalog?.tables.size
 * ```
 */
export class Catalog {
  /** Distinct tables, in the order of `CATALOG_PARTS`: UNSET stands for a part that a table does not have. */
  readonly tables = new Tuples(4)
  /** Distinct columns: [table, name]. */
  readonly columns = new Tuples(2)
}

/** What a catalog says of a table, in the order in which tuples have it. */
export const CATALOG_PARTS = ['table', 'cluster', 'database', 'schema'] as const
