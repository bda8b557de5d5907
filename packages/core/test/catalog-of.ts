import { bytesSource, CATALOG_PARTS, readRun, type Run } from '../src/index.ts'
import type { Files } from './run-of.ts'

const encoder = new TextEncoder()

/** A table of a catalog with the names of its columns; parts that it does not have are left out. */
export interface CatalogTable {
  readonly table: string
  readonly cluster?: string
  readonly database?: string
  readonly schema?: string
  readonly columns: readonly string[]
}

/** Reads files as catalogs, beside a run without a file. */
export const workspaceOf = (files: Files): Promise<Run> =>
  readRun([], {
    workspace: Object.entries(files).map(([name, content]) => {
      const text =
        typeof content === 'string' ? content : content.map((line) => `${JSON.stringify(line)}\n`).join('')
      return bytesSource(name, encoder.encode(text))
    }),
  })

/** The tables of a run's catalog as a set: in an order that does not depend on where they came from. */
export function tablesIn({ catalog, strings }: Run): CatalogTable[] {
  if (catalog === undefined) throw new Error('the run was read without a catalog')
  const columns: string[][] = Array.from({ length: catalog.tables.size }, () => [])
  for (let i = 0; i < catalog.columns.size; i++)
    columns[catalog.columns.get(i, 0)]!.push(strings.get(catalog.columns.get(i, 1)))
  const tables = columns.map((names, index) => {
    const parts = CATALOG_PARTS.map((part, i) => [part, strings.at(catalog.tables.get(index, i))] as const)
    return { ...Object.fromEntries(parts.filter(([, text]) => text !== undefined)), columns: names.sort() }
  }) as unknown as CatalogTable[]
  return inOrder(tables)
}

export const inOrder = (tables: readonly CatalogTable[]): CatalogTable[] =>
  tables
    .map(({ table, cluster, database, schema, columns }) => ({
      table,
      ...(cluster && { cluster }),
      ...(database && { database }),
      ...(schema && { schema }),
      columns: [...new Set(columns)].sort(),
    }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

export const catalogOf = async (files: Files): Promise<CatalogTable[]> => tablesIn(await workspaceOf(files))
