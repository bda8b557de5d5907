import { tablesFromQuery, type QueryTable } from '../src/index.ts'

/**
 * What a query reads, as one line: `cluster.database.schema.table` with the parts that are given, and ` …` behind it where
 * that is not all. A part that is not given between two that are is empty; one that has a dot or a blank stands in brackets.
 */
export function readsOf(sql: string, dialect?: string): string {
  const { tables, complete } = tablesFromQuery(sql, { dialect })
  return `${tables.map(nameOf).join(', ')}${complete ? '' : ' …'}`.trim()
}

const nameOf = ({ cluster, database, schema, table }: QueryTable): string =>
  [cluster, database, schema, table]
    .map((part) => (part !== undefined && /[.\s,[\]]/.test(part) ? `[${part}]` : (part ?? '')))
    .join('.')
    .replace(/^\.+/, '')
