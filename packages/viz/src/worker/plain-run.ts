import { bytesSource, buildGraph, check, readRun, type Report } from '@lineagraph/core'

/** A run out of declarations, for tests: what `readRun` and `check` make of them, resources and lineage apart. */
export async function plainRun(resources: readonly object[], lineage: readonly object[]): Promise<Report> {
  const source = (name: string, lines: readonly object[]) =>
    bytesSource(name, new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join('')))
  const run = await readRun([source('resources.jsonl', resources), source('lineage.jsonl', lineage)])
  return check(buildGraph(run))
}

/** A declared thing, short: `thing('table', 'a', 'schema')`. Its title is its id unless told otherwise. */
export const thing = (entity_type: string, id: string, parent: string | null = null, title = id): object => ({
  entity_type,
  databuilder_id: id,
  parent_databuilder_id: parent,
  title,
})

/** Lineage from one id to another. */
export const feeds = (from: string, to: string): object => ({
  from_identifier: { type: 'internal_resource', databuilder_id: from },
  to_identifier: { type: 'internal_resource', databuilder_id: to },
})

/** Lineage from the tables that a query reads. */
export const feedsByQuery = (sql: string, to: string): object => ({
  from_identifier: { type: 'tables_from_query', sql },
  to_identifier: { type: 'internal_resource', databuilder_id: to },
})

/** Lineage from a table that this run does not declare. */
export const feedsFromOutside = (schema: string, table: string, to: string): object => ({
  from_identifier: { type: 'external_table', cluster: null, database: null, schema, table },
  to_identifier: { type: 'internal_resource', databuilder_id: to },
})
