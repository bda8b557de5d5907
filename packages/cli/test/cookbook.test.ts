import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { blocksOf, type Block } from './page-blocks.ts'
import { ROOT } from './run-action.ts'
import { shell, standIn } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

// docs/cookbook.md shows files, whose names stand behind the language, commands, and, in blocks of text, what the command before prints.
const page = readFileSync(join(ROOT, 'docs/cookbook.md'), 'utf8')
const [introduction = '', ...recipes] = page.split(/^## /m)
const filesIn = (text: string) =>
  Object.fromEntries(blocksOf(text).flatMap(({ name, text }) => (name === undefined ? [] : [[name, text]])))
const files = filesIn(page)
const hasPython = spawnSync('python3', ['--version']).status === 0

/** A folder with the files of the page, and an environment in which nothing comes from the network. */
function workplace() {
  const cwd = folderWith(files)
  mkdirSync(join(cwd, 'node_modules/@lineagraph'), { recursive: true })
  symlinkSync(join(ROOT, 'packages/core'), join(cwd, 'node_modules/@lineagraph/core'))
  symlinkSync(join(ROOT, 'node_modules/vitest'), join(cwd, 'node_modules/vitest'))
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
  const bin = folderWith({
    npx: `#!/bin/sh\n[ "$1" = vitest ] || exit 2\nshift\nexec "${process.execPath}" "${vitest}" "$@"\n`,
    'neo4j-admin': '#!/bin/sh\nprintf "%s\\n" "$@" >neo4j.txt\n',
  })
  for (const name of ['npx', 'neo4j-admin']) chmodSync(join(bin, name), 0o755)
  return { cwd, PATH: `${bin}:${standIn()}:${process.env['PATH']}` }
}

/** Runs the commands of a recipe, and holds what they print to the page. */
async function cook(recipe: string, env: Record<string, string> = {}) {
  const { cwd, PATH } = workplace()
  const blocks = blocksOf(recipe)
  const heard: string[] = []
  for (const [i, { language, text }] of blocks.entries()) {
    if (language !== 'sh') continue
    const { code, stdout, stderr } = await shell(`set -eo pipefail\n${text}`, { cwd, env: { PATH, ...env } })
    expect([text, code, stdout + stderr]).toEqual([text, 0, expect.anything()])
    const told: Block | undefined = blocks[i + 1]
    if (told?.language === 'text') expect([text, stdout]).toEqual([text, told.text])
    heard.push(stdout)
  }
  return { cwd, heard, read: (name: string) => readFileSync(join(cwd, name), 'utf8') }
}

const recipe = (number: number): string => recipes[number - 1] ?? ''

describe('docs/cookbook.md', { timeout: 60_000 }, () => {
  test('has ten recipes, and no block that nobody tests', () => {
    expect(recipes.map((text) => text.split('.')[0])).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
    ])
    expect(blocksOf(introduction).every(({ name }) => name !== undefined)).toBe(true)
    for (const text of recipes)
      for (const { language, name } of blocksOf(text))
        expect([language, name === undefined]).toEqual([language, language === 'sh' || language === 'text'])
  })

  test('1: a test that passes, and fails where the lineage is wrong', async () => {
    await cook(recipe(1))
    const { cwd, PATH } = workplace()
    writeFileSync(join(cwd, 'out/lineage.jsonl'), files['out/lineage.jsonl']!.replace('"sales"', '"sale"'))
    const { code, stdout, stderr } = await shell('npx vitest run', { cwd, env: { PATH } })
    expect([code, stdout + stderr]).toEqual([
      1,
      expect.stringContaining("'sale' is used in lineage but never declared"),
    ])
  })

  test('2: reports for CI', async () => {
    const { read } = await cook(recipe(2))
    expect(read('report.xml')).toContain('<testsuites')
    expect(read('summary.md')).toMatch(/^### lineagraph: /)
  })

  test.skipIf(!hasPython)('3: a check from Python (skipped where python3 is not there)', async () => {
    expect((await cook(recipe(3))).heard).toEqual(['0 errors\n'])
  })

  test('4: what a column feeds', async () => {
    const { heard } = await cook(recipe(4))
    expect(heard[0]).toMatch(/revenue\.total[^]*sales/)
    expect(heard[0]).not.toContain('stock')
  })

  test('5: dashboards that nothing feeds', async () => {
    expect((await cook(recipe(5))).heard).toEqual(['stock\n'])
  })

  test('6: two runs compared', async () => {
    const { read } = await cook(recipe(6))
    expect(read('comment.md')).toContain('table `refunds`: 1 dashboard downstream, `sales`')
    expect(JSON.parse(read('diff.json')).summary.resources).toMatchObject({ removed: 1 })
  })

  test('7: files that Neo4j imports', async () => {
    const { read } = await cook(recipe(7))
    const given = read('neo4j.txt').split('\n')
    for (const kind of ['nodes', 'relationships']) {
      const [, path = ''] = given.find((word) => word.startsWith(`--${kind}=`))?.split('=') ?? []
      expect(read(path).split('\n')[0]).toMatch(kind === 'nodes' ? /:ID/ : /:START_ID.*:END_ID/)
    }
  })

  test('8: events that a receiver of OpenLineage gets', async () => {
    const events: { job: object; inputs: object[] }[] = []
    const server = createServer(async (request, response) => {
      let text = ''
      for await (const chunk of request) text += String(chunk)
      if (request.method === 'POST' && request.url === '/api/v1/lineage') events.push(JSON.parse(text))
      response.writeHead(201).end()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    onTestFinished(() => void server.close())
    const { read } = await cook(recipe(8), {
      MARQUEZ_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    })
    expect(events).toEqual(
      read('events.jsonl')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    )
    expect(events.every(({ job }) => job)).toBe(true)
  })

  test('9: a run as a page', async () => {
    const { read } = await cook(recipe(9))
    expect(read('lineage.html')).toMatch(/^<!doctype html>/i)
  })

  test('10: a part in graphology', async () => {
    const { heard } = await cook(recipe(10))
    expect(heard[0]!.trimEnd().split('\n').sort()).toEqual([
      'id:orders.total 0 1',
      'id:revenue.total 1 1',
      'id:sales 1 0',
    ])
  })

  test('names no version but that of the package', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'packages/cli/package.json'), 'utf8'))
    const named = [...page.matchAll(/lineagraph@v?(\d[\w.]*)/g)].map(([, one]) => one)
    expect(new Set(named)).toEqual(new Set([version]))
  })
})
