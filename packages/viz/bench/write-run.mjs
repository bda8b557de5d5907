import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'

/** Writes lines to a file, as fast as it takes them and no faster. */
export async function writeLines(file, lines) {
  const stream = createWriteStream(file)
  let block = ''
  for (const line of lines) {
    block += `${JSON.stringify(line)}\n`
    if (block.length < 1 << 20) continue
    if (!stream.write(block)) await once(stream, 'drain')
    block = ''
  }
  stream.end(block)
  await once(stream, 'finish')
}

/** The same numbers from 0 to 1 each time: xorshift. */
export function randomFrom(seed) {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4294967296
  }
}

const resource = (entity_type, databuilder_id, parent_databuilder_id) => ({
  entity_type,
  databuilder_id,
  parent_databuilder_id,
  title: databuilder_id.slice(databuilder_id.lastIndexOf('.') + 1),
})
const end = (databuilder_id) => ({ type: 'internal_resource', databuilder_id })

/**
 * Writes a warehouse: databases with schemas with tables with columns, and lineage from tables to tables a little further on.
 * @param {{ folder: string, databases: number, schemas: number, tables: number, columns: number, edges: number }} shape
 *   schemas in each database, tables in each schema, columns in each table; edges in all.
 */
export async function writeRun({ folder, databases, schemas, tables, columns, edges }) {
  const schemaCount = databases * schemas
  const tableCount = schemaCount * tables
  const schemaOf = (i) => `db${Math.floor(i / schemas)}.schema_${i}`
  const tableOf = (i) => `${schemaOf(Math.floor(i / tables))}.table_${i}`
  await writeLines(
    join(folder, 'resources.jsonl'),
    (function* () {
      for (let i = 0; i < databases; i++) yield resource('database', `db${i}`, null)
      for (let i = 0; i < schemaCount; i++)
        yield resource('schema', schemaOf(i), `db${Math.floor(i / schemas)}`)
      for (let i = 0; i < tableCount; i++) {
        const id = tableOf(i)
        yield resource('table', id, schemaOf(Math.floor(i / tables)))
        for (let column = 0; column < columns; column++)
          yield resource('column', `${id}.column_${column}`, id)
      }
    })(),
  )
  const random = randomFrom(20261126)
  await writeLines(
    join(folder, 'lineage.jsonl'),
    (function* () {
      for (let i = 0; i < edges; i++) {
        const from = Math.floor(random() * (tableCount - 1))
        // Most lineage stays near: in the schema or in the next one.
        const to = Math.min(tableCount - 1, from + 1 + Math.floor(random() ** 2 * 2 * tables))
        yield { from_identifier: end(tableOf(from)), to_identifier: end(tableOf(to)) }
      }
    })(),
  )
  return { resources: databases + schemaCount + tableCount * (1 + columns), tables: tableCount, edges }
}
