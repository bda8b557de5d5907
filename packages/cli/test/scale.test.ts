import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { edge } from './declarations.ts'
import { lineagraph } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

const TIMEOUT = 120_000
const LONG = 100_000

/** Writes a run of any size, without ever holding it. */
function largeRun(lines: () => Iterable<object>): string {
  const folder = folderWith({})
  const file = openSync(join(folder, 'run.jsonl'), 'w')
  let text = ''
  for (const line of lines()) {
    text += `${JSON.stringify(line)}\n`
    if (text.length < 1 << 20) continue
    writeSync(file, text)
    text = ''
  }
  writeSync(file, text)
  closeSync(file)
  return folder
}

const resource = (entity_type: string, databuilder_id: string, parent?: string) => ({
  entity_type,
  databuilder_id,
  ...(parent !== undefined && { parent_databuilder_id: parent }),
  title: databuilder_id,
  ...(entity_type === 'table' && { schema: 'public', database: 'shop' }),
})

async function findingsOf(folder: string): Promise<{ rule: string; data: { size?: number } }[]> {
  const { stdout } = await lineagraph(['check', folder, '-f', 'json'])
  return JSON.parse(stdout).findings
}

test('a lineage ring of 100,000 tables is one error', { timeout: TIMEOUT }, async () => {
  const folder = largeRun(function* () {
    for (let i = 0; i < LONG; i++) yield resource('table', `t${i}`)
    for (let i = 0; i < LONG; i++) yield edge(`t${i}`, `t${(i + 1) % LONG}`)
  })
  expect(await findingsOf(folder)).toMatchObject([
    { rule: 'lineage/no-cycle', data: { size: LONG, cut: [{}] } },
  ])
})

test('a circle of parents of 100,000 columns is one error', { timeout: TIMEOUT }, async () => {
  const folder = largeRun(function* () {
    for (let i = 0; i < LONG; i++) yield resource('column', `c${i}`, `c${(i + 1) % LONG}`)
  })
  expect(await findingsOf(folder)).toMatchObject([{ rule: 'hierarchy/no-cycle', data: { size: LONG } }])
})

test('a chain of 100,000 columns under one table has no finding', { timeout: TIMEOUT }, async () => {
  const folder = largeRun(function* () {
    yield resource('table', 't')
    for (let i = 0; i < LONG; i++) yield resource('column', `c${i}`, i === 0 ? 't' : `c${i - 1}`)
  })
  expect(await findingsOf(folder)).toEqual([])
})

test('a run of 220,000 resources is checked in less than 500 MB', { timeout: TIMEOUT }, async () => {
  const TABLES = 20_000
  const folder = largeRun(function* () {
    for (let t = 0; t < TABLES; t++) {
      const table = `warehouse.schema_${t % 20}.table_${t}`
      yield resource('table', table)
      for (let c = 0; c < 10; c++) {
        yield resource('column', `${table}.column_${c}`, table)
        if (t > 20)
          yield edge(`warehouse.schema_${t % 20}.table_${t - 20}.column_${c}`, `${table}.column_${c}`)
      }
    }
  })
  const preload = new URL('./print-memory.mjs', import.meta.url).href
  const { code, stdout, stderr } = await lineagraph(['check', folder], {
    env: { NODE_OPTIONS: `--import ${preload}` },
  })
  expect([code, stdout]).toEqual([0, 'no findings in 220,000 resources, 199,790 edges\n'])
  expect(Number(/peak memory (\d+)/.exec(stderr)![1])).toBeLessThan(500 * 1024 * 1024)
})

test('150,000 findings are all reported', { timeout: TIMEOUT }, async () => {
  const MANY = 150_000
  const folder = largeRun(function* () {
    for (let i = 0; i < MANY; i++) yield resource('tabel', `t${i}`)
  })
  const { stdout } = await lineagraph(['check', folder, '-f', 'concise'])
  expect(stdout.trimEnd().split('\n')).toHaveLength(MANY)
})

test('a large run gives the same bytes by one thread and by several', { timeout: TIMEOUT }, async () => {
  const description = 'long '.repeat(300)
  const folder = largeRun(function* () {
    for (let i = 0; i < LONG; i++) yield { ...resource('table', `t${i}`), description }
    for (let i = 0; i < LONG; i++) yield edge(`t${i}`, `t${(i * 7) % (LONG + 1)}`)
  })
  // From there on also two processors read by several threads: see core/src/node/read-threads.ts.
  expect(statSync(join(folder, 'run.jsonl')).size).toBeGreaterThan(128 << 20)
  const [one, two, four] = [
    await lineagraph(['check', folder, '-f', 'json', '--threads', '1']),
    await lineagraph(['check', folder, '-f', 'json', '--threads', '2']),
    await lineagraph(['check', folder, '-f', 'json', '--threads', '4']),
  ]
  expect(one.stdout).toContain('lineage/dangling-internal')
  expect([two.stdout, four.stdout]).toEqual([one.stdout, one.stdout])
  expect([one.stderr, two.stderr, four.stderr]).toEqual(['', '', ''])
})

test(
  'more threads than may read a run are wrong usage, and --help names how many may',
  { timeout: TIMEOUT },
  async () => {
    const { code, stderr } = await lineagraph(['check', '.', '--threads', '17'])
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('--threads 17 is no number of threads from 1 to 16'),
    ])
    const { stdout } = await lineagraph(['check', '--help'])
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('how many threads read a large run, 16 at most')
  },
)
