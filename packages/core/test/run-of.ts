import {
  buildGraph,
  bytesSource,
  check,
  readRun,
  type CheckConfig,
  type LineageGraph,
  type Report,
} from '../src/index.ts'
import { withCatalog, type CatalogTable } from './with-catalog.ts'

const encoder = new TextEncoder()

/** The files of a run by name: a text, or the objects of its lines. */
export type Files = { readonly [name: string]: string | readonly unknown[] }

/** A run that is in memory. */
export const runOf = (files: Files) =>
  readRun(
    Object.entries(files).map(([name, content]) => {
      const text =
        typeof content === 'string' ? content : content.map((line) => `${JSON.stringify(line)}\n`).join('')
      return bytesSource(name, encoder.encode(text))
    }),
  )

/** What is in the workspace already, and the dialect of queries. */
export interface Around {
  readonly catalog?: readonly CatalogTable[]
  readonly dialect?: string
}

export const graphOf = async (files: Files, { catalog, dialect }: Around = {}): Promise<LineageGraph> => {
  const run = await runOf(files)
  return buildGraph(catalog ? withCatalog(run, catalog) : run, { dialect })
}

/** What the resources of these tests leave out for short, so that each test is about one thing; a test that is about this turns it on. */
const LEFT_OUT = { 'resource/missing-required-field': 'off' } as const

export const reportOf = async (files: Files, config: CheckConfig = {}, around?: Around): Promise<Report> =>
  check(await graphOf(files, around), { ...config, rules: { ...LEFT_OUT, ...config.rules } })

export const internal = (databuilder_id: string) => ({ type: 'internal_resource', databuilder_id })
export const external = (table: string, schema?: string, database?: string, cluster?: string) => ({
  type: 'external_table',
  ...(cluster && { cluster }),
  ...(database && { database }),
  ...(schema && { schema }),
  table,
})
export const column = (name: string, table: string, schema?: string, database?: string) => ({
  ...external(table, schema, database),
  type: 'external_column',
  column: name,
})
export const query = (sql: string) => ({ type: 'tables_from_query', sql })
export const edge = (from_identifier: unknown, to_identifier: unknown) => ({ from_identifier, to_identifier })
export const resource = (databuilder_id: string, entity_type = 'table', more: object = {}) => ({
  entity_type,
  databuilder_id,
  title: databuilder_id,
  ...more,
})
