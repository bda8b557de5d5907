import type { Run } from '../src/index.ts'
import { Catalog, CATALOG_PARTS } from '../src/read/catalog.ts'
import { UNSET } from '../src/read/strings.ts'

/** A table as a catalog's line has it. */
export interface CatalogTable {
  readonly cluster?: string
  readonly database?: string
  readonly schema?: string
  readonly table: string
  readonly columns?: readonly string[]
}

/** The run, with a catalog beside it. */
export function withCatalog(run: Run, tables: readonly CatalogTable[]): Run {
  const catalog = new Catalog()
  for (const described of tables) {
    const parts = CATALOG_PARTS.map((part) => (described[part] ? run.strings.intern(described[part]) : UNSET))
    const table = catalog.tables.intern(Int32Array.from(parts))
    for (const name of described.columns ?? [])
      catalog.columns.intern(Int32Array.of(table, run.strings.intern(name)))
  }
  run.catalog = catalog
  return run
}
