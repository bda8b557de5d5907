/** What a row of a CSV file can say of a table, or of one of its columns. */
const PARTS = ['table', 'cluster', 'database', 'schema', 'column', 'columns'] as const
type CsvPart = (typeof PARTS)[number]

/**
 * What the parts are called, in any case: in our own form, in `information_schema`, in Secoda's upload. Of two names for one part that
 * are both there the first counts.
 */
const NAMES: Readonly<Record<CsvPart, readonly string[]>> = {
  table: ['table', 'table_name', 'name'],
  cluster: ['cluster'],
  database: ['database', 'table_catalog'],
  schema: ['schema', 'table_schema'],
  column: ['column', 'column_name', 'col_name'],
  columns: ['columns'],
}

/** The names that a column for tables may have. */
export const TABLE_COLUMNS = NAMES.table

/** At which index of a row each part stands; -1 where it stands nowhere. */
export type CsvColumns = Readonly<Record<CsvPart, number>> & {
  /** Secoda's upload: Secoda lowers the names of its columns. */
  readonly isUpload: boolean
}

/** Reads the header; undefined where no column names tables. */
export function csvColumns(header: readonly string[]): CsvColumns | undefined {
  const given = header.map((name) => name.trim().toLowerCase())
  const at = (part: CsvPart): number =>
    NAMES[part].map((name) => given.indexOf(name)).find((index) => index >= 0) ?? -1
  const columns = Object.fromEntries(PARTS.map((part) => [part, at(part)])) as Record<CsvPart, number>
  return columns.table < 0 ? undefined : { ...columns, isUpload: given[columns.column] === 'col_name' }
}
