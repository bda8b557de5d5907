import type { ResourceField } from './resource.ts'

/**
 * The columns of the CSV that Secoda's File Upload takes: tables and their columns, one row a column. Secoda's page has `sort_order` in
 * its example and `col_sort_order` in its list, so both are read, as one.
 */
export const UPLOAD_COLUMNS = [
  'col_name',
  'col_description',
  'col_type',
  'sort_order',
  'database',
  'schema',
  'name',
  'description',
  'is_view',
  'last_updated_time',
] as const
export type UploadColumn = (typeof UPLOAD_COLUMNS)[number]

/** Required in every row, and free of periods. From the outside in, as they make an id. */
export const REQUIRED_COLUMNS = ['database', 'schema', 'name', 'col_name'] as const

/** What all rows of a table agree on, besides its name. */
export const TABLE_COLUMNS = ['description', 'is_view', 'last_updated_time'] as const

/** What people call the required columns where they do not use Secoda's names. */
export const ALSO_CALLED: Readonly<Record<string, UploadColumn>> = {
  catalog: 'database',
  column: 'col_name',
  db: 'database',
  field: 'col_name',
  table: 'name',
  table_catalog: 'database',
  table_name: 'name',
  table_schema: 'schema',
}

/** Names that no other CSV has. */
const TELLING = new Set(['col_name', 'col_description', 'col_type', 'col_sort_order'])

/** What a header's name means, in whatever case; undefined for a name that is none of Secoda's. */
export function uploadColumnOf(name: string): UploadColumn | undefined {
  const bare = name.trim().toLowerCase()
  return bare === 'col_sort_order' ? 'sort_order' : UPLOAD_COLUMNS.find((known) => known === bare)
}

/** Whether a name of a header is written as Secoda writes it. */
export const isUploadColumn = (name: string): boolean =>
  name === 'col_sort_order' || (UPLOAD_COLUMNS as readonly string[]).includes(name)

/**
 * Whether a header is most likely meant as that of the upload: it has a name that only the upload has, or two of those that it requires.
 * A list of tables has these too, and calls the table `table`.
 */
export function isUploadHeader(names: readonly string[]): boolean {
  const bare = names.map((name) => name.trim().toLowerCase())
  if (bare.some((name) => TELLING.has(name))) return true
  return !bare.includes('table') && REQUIRED_COLUMNS.filter((name) => bare.includes(name)).length >= 2
}

/** The column of the upload that a field of a resource comes from: where a finding about the field points. */
export const COLUMN_OF_FIELD: Readonly<Partial<Record<ResourceField, UploadColumn>>> = {
  databuilder_id: 'col_name',
  parent_databuilder_id: 'name',
  title: 'col_name',
  description: 'col_description',
  external_updated_at: 'last_updated_time',
  native_type: 'is_view',
  sort_order: 'sort_order',
  type: 'col_type',
  schema: 'schema',
  database: 'database',
}
