import { isJsonObject, type JsonObject } from '../../model/declaration.ts'
import { readTable, type ReadTable } from './named-table.ts'

/** The fields of dbt's manifest.json and catalog.json that hold relations, by their unique ids. */
export const DBT_FIELDS: ReadonlySet<unknown> = new Set(['nodes', 'sources'])

/** What dbt makes in the warehouse, or finds there. The others (tests, analyses, operations …) are no tables. */
const RELATIONS: ReadonlySet<unknown> = new Set(['model', 'seed', 'snapshot', 'source'])

/**
 * The relation that a node or a source of dbt is, by the names that the warehouse has for it; undefined for what is none there, such as
 * a test or an ephemeral model. Source: https://schemas.getdbt.com (catalog v1, manifest v1 to v12).
 */
export function dbtRelation(node: JsonObject): ReadTable | undefined {
  const { metadata, columns, database, schema } = node
  if (isJsonObject(metadata)) {
    const { name, database, schema } = metadata
    return readTable({ table: name, database, schema, columns }, { table: 'name' })
  }
  const { resource_type: type, config } = node
  if (!RELATIONS.has(type) || (isJsonObject(config) && config['materialized'] === 'ephemeral'))
    return undefined
  const field = ['identifier', 'alias'].find((name) => node[name]) ?? 'name'
  return readTable({ table: node[field], database, schema, columns }, { table: field })
}
