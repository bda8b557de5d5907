import { isJsonObject } from '../../model/declaration.ts'
import { describe } from '../describe.ts'
import type { CatalogFault } from '../problem.ts'

/** What a JSON value says of a table, before anything is known of its types. */
export interface GivenTable {
  readonly table: unknown
  readonly cluster?: unknown
  readonly database?: unknown
  readonly schema?: unknown
  readonly columns?: unknown
}

/** What could be made of it: the parts that are usable, and what is wrong with the others, which count as unset. */
export interface ReadTable {
  /** Undefined where there is no usable name. */
  readonly table: string | undefined
  /** No name is given; where one is that cannot be used, a fault says so. */
  readonly isNameless: boolean
  readonly cluster: string | undefined
  readonly database: string | undefined
  readonly schema: string | undefined
  readonly columns: readonly string[]
  readonly faults: readonly CatalogFault[]
}

/**
 * Reads the parts of a table and the names of its columns: a list of names, a list of objects with `name`, or an object by name.
 * @param fields what the parts are called where they stand, if not so.
 */
export function readTable(given: GivenTable, fields: { readonly table?: string } = {}): ReadTable {
  const faults: CatalogFault[] = []
  const text = (value: unknown, field: string): string | undefined => {
    if (typeof value === 'string' && value !== '') return value
    if (value !== undefined && value !== null && value !== '')
      faults.push({ reason: 'wrong-field', path: [field], is: describe(value), must: 'a string' })
    return undefined
  }
  const table = text(given.table, fields.table ?? 'table')
  return {
    table,
    isNameless: table === undefined && faults.length === 0,
    cluster: text(given.cluster, 'cluster'),
    database: text(given.database, 'database'),
    schema: text(given.schema, 'schema'),
    columns: columnNames(given.columns, faults),
    faults,
  }
}

/** One fault at most, however many columns are wrong. */
function columnNames(columns: unknown, faults: CatalogFault[]): string[] {
  if (columns === undefined || columns === null) return []
  const must = 'a list of names or of objects with a name'
  if (typeof columns !== 'object') {
    faults.push({ reason: 'wrong-field', path: ['columns'], is: describe(columns), must })
    return []
  }
  const names: string[] = []
  let faulty = false
  for (const [key, column] of Object.entries(columns)) {
    const name = nameOf(column, Array.isArray(columns) ? undefined : key)
    if (typeof name === 'string' && name !== '') {
      names.push(name)
    } else if (!faulty) {
      faulty = true
      const path = ['columns', Array.isArray(columns) ? Number(key) : key]
      faults.push({
        reason: 'wrong-field',
        path,
        is: describe(column),
        must: 'a name or an object with a name',
      })
    }
  }
  return names
}

const nameOf = (column: unknown, key: string | undefined): unknown =>
  typeof column === 'string' && key === undefined
    ? column
    : isJsonObject(column) && Object.hasOwn(column, 'name')
      ? column['name']
      : key
