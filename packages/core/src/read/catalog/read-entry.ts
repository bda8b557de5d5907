import { isJsonObject, kindOfDeclaration, type JsonObject } from '../../model/declaration.ts'
import { ENTITY_TYPES } from '../../model/resource.ts'
import { describe } from '../describe.ts'
import { digestOf } from '../hash.ts'
import type { CatalogFault } from '../problem.ts'
import { UNSET } from '../strings.ts'
import type { CatalogFile, CatalogPlace } from './catalog-file.ts'
import { readTable, type ReadTable } from './named-table.ts'

/** Fields that are kept of an object that names no table: enough to see what was meant. */
const FIELDS = 12

/** Whether a JSON value is meant as a line of a catalog. */
export const isEntry = (json: unknown): json is JsonObject =>
  isJsonObject(json) && (Object.hasOwn(json, 'table') || kindOfDeclaration(json) !== undefined)

/**
 * Reads one line of a catalog: `{cluster?, database?, schema?, table, columns?}`, or what another integration declares. Of that, lineage
 * and all but tables and columns are passed over.
 * @param text of the line, to tell it from others that are wrong.
 * @param entry the way to it, where it stands in a document.
 */
export function readEntry(
  file: CatalogFile,
  json: unknown,
  text: string,
  place: CatalogPlace,
  entry?: string,
): void {
  const report = (fault: CatalogFault): void =>
    file.report(place, {
      kind: 'catalog-fault',
      fault,
      ...(entry !== undefined && { entry }),
      digest: digestOf(text),
    })
  if (!isJsonObject(json)) {
    report({ reason: 'no-table', what: `${describe(json)} in JSON`, fields: [] })
    return
  }
  const kind = kindOfDeclaration(json)
  if (kind === 'resource') readDeclared(file, json, report)
  else if (kind === 'lineage') file.declarationCount++
  else readOwn(file, json, report)
}

function readOwn(file: CatalogFile, json: JsonObject, report: (fault: CatalogFault) => void): void {
  const { table, cluster, database, schema, columns } = json
  const read = readTable({ table, cluster, database, schema, columns })
  read.faults.forEach(report)
  addTable(file, read)
  if (read.isNameless)
    report({ reason: 'no-table', what: noTable(json), fields: Object.keys(json).slice(0, FIELDS) })
}

const noTable = (json: JsonObject): string =>
  Object.hasOwn(json, 'table')
    ? `a JSON object with ${describe(json['table'])} as table`
    : 'a JSON object without a table'

/** Takes in a table and its columns; undefined where it has no name. */
export function addTable(file: CatalogFile, read: ReadTable): number | undefined {
  if (read.table === undefined) return undefined
  const { table, cluster, database, schema, columns } = read
  const index = file.addTable({ table, cluster, database, schema })
  for (const name of columns) file.addColumn(index, file.text(name))
  return index
}

/** A table of another run is called by its title: one without a title can be named by nobody, and is no mistake. */
function readDeclared(file: CatalogFile, json: JsonObject, report: (fault: CatalogFault) => void): void {
  const { entity_type: type, databuilder_id: id, parent_databuilder_id: parent, title } = json
  if (type !== 'table' && type !== 'column') {
    file.declarationCount++
    if (!(ENTITY_TYPES as readonly unknown[]).includes(type))
      report({
        reason: 'wrong-field',
        path: ['entity_type'],
        is: describe(type),
        must: `one of ${ENTITY_TYPES.join(', ')}`,
      })
    return
  }
  const { database, schema } = type === 'table' ? json : {}
  const read = readTable({ table: title, database, schema }, { table: 'title' })
  read.faults.forEach(report)
  if (type === 'column') {
    file.declarationCount++
    const parentId = typeof parent === 'string' ? file.text(parent) : UNSET
    if (read.table === undefined || parentId === UNSET) return
    file.namedCount++
    file.declared.addColumn(file.folder, parentId, file.text(read.table))
    return
  }
  const table = addTable(file, read)
  if (table === undefined) file.declarationCount++
  else if (typeof id === 'string' && id !== '') file.declared.addTable(file.folder, file.text(id), table)
}
