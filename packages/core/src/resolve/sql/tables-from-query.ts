import { dialectOf, type Dialect } from './dialects.ts'
import type { Findings } from './findings.ts'
import { warn, type QueryWarning } from './query-warning.ts'
import { readScript } from './read-script.ts'
import { distinctTables, type QueryTable } from './table-reads.ts'
import { textInString } from './text-in-string.ts'
import { TemporaryTables } from './temporary-tables.ts'

/** What a query reads, and what of it could not be followed. */
export interface TablesFromQuery {
  /** The tables that the SQL reads, in the order of their first places. */
  readonly tables: QueryTable[]
  /** False where there may be more, or where a name is not known in full; the warnings say why. */
  readonly complete: boolean
  /** In the order of their places; of very many, the first ones. */
  readonly warnings: QueryWarning[]
}

/** How SQL is read. */
export interface QueryOptions {
  /** One of `SQL_DIALECTS`, or another name that such a language goes by. Not given or not known: rules that do for most SQL. */
  readonly dialect?: string | undefined
}

/**
 * The tables that SQL reads: one statement or a script, with templates and parameters or without. What is written to is left
 * out, and so are CTEs, temporary tables that the script makes, functions, files and variables. Never throws, whatever it is
 * given: what cannot be understood is said in a warning, with the tables seen so far. Time is linear in the text.
 * @example
 * ```ts
 * const { tables } = tablesFromQuery('select * from public.orders join users using (id)')
 * ```
 */
export function tablesFromQuery(sql: string, options?: QueryOptions | null): TablesFromQuery {
  // JavaScript without types may give anything.
  if (typeof sql !== 'string')
    return { tables: [], complete: false, warnings: [{ message: 'this is no text', at: 0 }] }
  const dialect: unknown = options?.dialect
  const rules = dialectOf(typeof dialect === 'string' ? dialect : undefined)
  const findings = newFindings(rules)
  readScript(sql, rules, findings)
  for (const { start, end } of findings.queriesInStrings) readQueryInString(sql, start, end, rules, findings)
  const warnings = findings.warnings.sort((a, b) => a.at - b.at)
  return { tables: distinctTables(findings.reads), complete: warnings.length === 0, warnings }
}

const newFindings = (dialect: Dialect): Findings => ({
  reads: [],
  warnings: [],
  temporaries: new TemporaryTables(dialect),
  queriesInStrings: [],
  prepared: new Set(),
})

/** UNLOAD ('query'): what the query reads stands in the string. A string in that string is not followed. */
function readQueryInString(
  sql: string,
  start: number,
  end: number,
  dialect: Dialect,
  findings: Findings,
): void {
  const { text, placeOf } = textInString(sql.slice(start, end), dialect)
  const inside: Findings = { ...findings, reads: [], warnings: [], queriesInStrings: [] }
  readScript(text, dialect, inside)
  for (const read of inside.reads)
    findings.reads.push({ ...read, start: start + placeOf(read.start), end: start + placeOf(read.end) })
  for (const { message, at } of inside.warnings) warn(findings.warnings, message, start + placeOf(at))
  for (const nested of inside.queriesInStrings)
    warn(findings.warnings, 'the query in this string is not looked into', start + placeOf(nested.start))
}
