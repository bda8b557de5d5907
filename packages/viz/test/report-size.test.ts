import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeRun } from '../bench/write-run.mjs'
import { HARD_RUN, writeHardRun } from './hard-runs.ts'
import { folderOf, lineagraph } from './run-report.ts'

/** What the documents say of sizes is said after these, in megabytes. */
test.each<[string, number, (folder: string) => Promise<number>]>([
  [
    'names that come again and again',
    0.75,
    async (folder) => {
      const shape = { databases: 4, schemas: 10, tables: 100, columns: 25, edges: 8000 }
      return (await writeRun({ folder, ...shape })).resources
    },
  ],
  ['names that hardly come again', 1.6, (folder) => writeHardRun(folder, HARD_RUN)],
  ['ids that say nothing', 4.3, (folder) => writeHardRun(folder, { ...HARD_RUN, ids: 'random' })],
  ['a finding each', 1.9, (folder) => writeHardRun(folder, { ...HARD_RUN, isWhole: false })],
])('the report of 100,000 columns with %s is smaller than %d MB', async (_, most, write) => {
  const cwd = folderOf({ 'out/lineage.jsonl': '' })
  expect(await write(join(cwd, 'out'))).toBeGreaterThan(100_000)
  lineagraph(['report', 'out', '-o', 'r.html'], cwd)
  expect(statSync(join(cwd, 'r.html')).size).toBeLessThan(most * 1e6)
})
