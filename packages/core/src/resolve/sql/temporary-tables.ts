import type { Dialect } from './dialects.ts'
import { lastPart, type TableName } from './table-name.ts'
import { keyOf } from './visible-names.ts'

/** Schemas of Postgres, BigQuery and Spark that hold temporary tables and nothing else. */
const TEMPORARY_SCHEMAS = new Set(['pg_temp', '_session', 'global_temp'])

/** The temporary tables, temporary views and table variables that a script has made so far. */
export class TemporaryTables {
  readonly #keys = new Set<string>()

  constructor(readonly dialect: Dialect) {}

  add(name: TableName): void {
    this.#keys.add(this.#plainKey(name)).add(this.#fullKey(name))
  }

  drop(name: TableName): void {
    this.#keys.delete(this.#plainKey(name))
    this.#keys.delete(this.#fullKey(name))
  }

  has(name: TableName): boolean {
    if (this.#keys.size === 0) return false
    return this.#keys.has(this.isTemporary(name) ? this.#plainKey(name) : this.#fullKey(name))
  }

  /** Does the name alone say that it is temporary, made here or not? */
  isTemporary(name: TableName): boolean {
    if (this.dialect.hashIsTemporary && lastPart(name).text?.startsWith('#')) return true
    const [first] = name.parts
    return name.parts.length > 1 && TEMPORARY_SCHEMAS.has(first?.text?.toLowerCase() ?? '')
  }

  #plainKey = (name: TableName): string => keyOf(lastPart(name), this.dialect)

  #fullKey = ({ parts }: TableName): string => parts.map((part) => keyOf(part, this.dialect)).join('\u0000')
}
