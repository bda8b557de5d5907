// Writes the JSON Schemas that packages ship, from the sources that were built last.
import { mkdirSync, writeFileSync } from 'node:fs'
import { configJsonSchema } from '../packages/core/dist/check/config-schema.js'
import { answerJsonSchema } from '../packages/core/dist/report/answer/answer-schema.js'
import { diffJsonSchema } from '../packages/core/dist/report/diff-schema.js'
import { exportJsonSchema } from '../packages/core/dist/export/export-schema.js'
import { reportJsonSchema } from '../packages/core/dist/report/report-schema.js'

const folder = new URL('../packages/core/schema/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const [name, schema] of [
  ['answer', answerJsonSchema()],
  ['config', configJsonSchema()],
  ['diff', diffJsonSchema()],
  ['graph', exportJsonSchema()],
  ['report', reportJsonSchema()],
])
  writeFileSync(new URL(`${name}.schema.json`, folder), `${JSON.stringify(schema, null, 2)}\n`)
