// Writes the JSON Schemas that packages ship, from the sources that were built last.
import { mkdirSync, writeFileSync } from 'node:fs'
import { reportJsonSchema } from '../packages/core/dist/report/report-schema.js'

const folder = new URL('../packages/core/schema/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('report.schema.json', folder), `${JSON.stringify(reportJsonSchema(), null, 2)}\n`)
