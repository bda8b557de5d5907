import { convertField } from '../model/convert-field.ts'
import type { Resource } from '../model/resource.ts'
import { REQUIRED_COLUMNS, UPLOAD_COLUMNS, type UploadColumn } from '../model/upload-csv.ts'
import type { CsvForm } from './csv-form.ts'
import type { CsvFields } from './csv-row.ts'
import type { RowFault } from './input-problem.ts'

/** The values of a row; an empty text where it has none. */
export type UploadValues = Readonly<Record<UploadColumn, string>>

/** The four resources that a row speaks of. */
export interface RowResources {
  readonly database: Resource
  readonly schema: Resource
  readonly table: Resource
  readonly column: Resource
}

/** What could be made of a row. */
export interface UploadRow {
  readonly values: UploadValues
  /** Undefined where what it means is not known: a required value is empty, or the cells are not those of the header. */
  readonly resources: RowResources | undefined
  /** Each with the cell that it is in. */
  readonly faults: readonly { readonly fault: RowFault; readonly cell: number | undefined }[]
}

/**
 * Reads a row of Secoda's upload CSV. A period in a name is a fault, and the name is kept; a value of a wrong type is one too, and counts
 * as unset. A column that the file does not have is the header's fault, and no row's.
 */
export function readUploadRow(
  form: CsvForm,
  { fields, fault: quotes }: Pick<CsvFields, 'fields' | 'fault'>,
): UploadRow {
  const { columns, width } = form
  const faults: { fault: RowFault; cell: number | undefined }[] = []
  const add = (fault: RowFault, cell: number | undefined): void => void faults.push({ fault, cell })
  const cellOf = (column: UploadColumn): number | undefined => {
    const cell = columns.get(column)
    return cell !== undefined && cell < fields.length ? cell : undefined
  }
  const values = valuesOf(form, fields)
  const none = { values, resources: undefined, faults }

  if (quotes) add({ reason: quotes.kind }, quotes.field)
  const isSplit = quotes?.kind === 'unclosed-quote' && (fields.length !== width || isShifted(values))
  if (isSplit) return none // a comma of the text that the quote was for has been taken for one between cells
  if (fields.length > width && (fields.slice(width).some((extra) => extra !== '') || isShifted(values))) {
    if (!quotes) add({ reason: 'too-many-cells', cells: fields.length, expected: width }, width)
    return none
  }
  const empty = REQUIRED_COLUMNS.filter((column) => values[column] === '')
  if (empty.length > 0) {
    const [first, ...others] = empty.filter((column) => columns.has(column))
    if (first && !quotes) add({ reason: 'empty', columns: [first, ...others] }, cellOf(first))
    return none
  }

  const resources = resourcesOf(values)
  const idOf: Readonly<Partial<Record<UploadColumn, string>>> = {
    database: resources.database.databuilder_id,
    schema: resources.schema.databuilder_id,
    col_name: resources.column.databuilder_id,
    sort_order: resources.column.databuilder_id,
  }
  for (const column of UPLOAD_COLUMNS) {
    const value = values[column]
    const reason = hasPeriod(column, value) ? 'period' : isWrong(column, value) ? 'wrong-type' : undefined
    const id = idOf[column] ?? resources.table.databuilder_id
    if (reason) add({ reason, column, value, id }, cellOf(column))
  }
  return { values, resources, faults }
}

function valuesOf({ columns }: CsvForm, fields: readonly string[]): UploadValues {
  const values = {} as Record<UploadColumn, string>
  for (const column of UPLOAD_COLUMNS) values[column] = fields[columns.get(column) ?? -1] ?? ''
  return values
}

const hasPeriod = (column: UploadColumn, value: string): boolean =>
  (REQUIRED_COLUMNS as readonly string[]).includes(column) && value.includes('.')

const isWrong = (column: UploadColumn, value: string): boolean =>
  value !== '' &&
  ((column === 'sort_order' && orderOf(value) === undefined) ||
    (column === 'is_view' && isView(value) === undefined))

/** A comma without quotes moves what is behind it one cell on, most often out of its type. */
const isShifted = (values: UploadValues): boolean =>
  UPLOAD_COLUMNS.some((column) => isWrong(column, values[column]))

/** What the SDK takes for an int; undefined for any other text. */
function orderOf(text: string): number | undefined {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  return convertField('sort_order', text) as number | undefined
}

/** What the SDK takes for a bool; undefined for any other text. */
export function isView(text: string): boolean | undefined {
  if (text === 'false' || text === 'true') return text === 'true'
  return convertField('is_pk', text) as boolean | undefined
}

/**
 * The file has no ids, so these are ours: they stay from run to run, and no two names share one, whatever is in them. `csv:` keeps them
 * apart from the ids that an integration gives.
 */
const idOf = (...names: readonly string[]): string =>
  `csv:${names.map((name) => name.replaceAll('%', '%25').replaceAll('.', '%2E')).join('.')}`

/** An empty text is unset. */
const set = <Field extends string>(field: Field, value: string): { [field in Field]?: string } =>
  value === '' ? {} : ({ [field]: value } as { [field in Field]: string })

function resourcesOf(values: UploadValues): RowResources {
  const { database, schema, name, col_name, sort_order, last_updated_time: time } = values
  const title = col_name.toLowerCase() // Secoda lowers the names of columns
  const [databaseId, schemaId, tableId] = [
    idOf(database),
    idOf(database, schema),
    idOf(database, schema, name),
  ]
  const order = sort_order === '' ? undefined : orderOf(sort_order)
  return {
    database: { entity_type: 'database', databuilder_id: databaseId, title: database },
    schema: {
      entity_type: 'schema',
      databuilder_id: schemaId,
      parent_databuilder_id: databaseId,
      title: schema,
    },
    table: {
      entity_type: 'table',
      databuilder_id: tableId,
      parent_databuilder_id: schemaId,
      title: name,
      ...set('description', values.description),
      ...(time !== '' && { external_updated_at: /^\d+$/.test(time) ? Number(time) : time }),
      ...(isView(values.is_view) && { native_type: 'view' }),
      schema,
      database,
    },
    column: {
      entity_type: 'column',
      databuilder_id: idOf(database, schema, name, title),
      parent_databuilder_id: tableId,
      title,
      ...set('description', values.col_description),
      ...(order !== undefined && { sort_order: order }),
      ...set('type', values.col_type),
    },
  }
}
