import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { table } from './declarations.ts'
import { lineagraph } from './run-command.ts'
import { startLineagraph } from './start-command.ts'
import { folderWith } from './temporary-folder.ts'

const files = {
  'out/run.jsonl': [table('a'), table('b')],
  'before/run.jsonl': [table('a')],
  'catalog.csv': 'schema,table\ns,x\n',
  'lineagraph.config.json': JSON.stringify({
    overrides: [{ files: ['out/**'], rules: { 'resource/missing-title': 'off' } }],
  }),
}
const ADDRESS = /lineagraph is at (http:\/\/127\.0\.0\.1:\d+\/)\n$/

async function startView(args: readonly string[], cwd: string) {
  const view = startLineagraph(['view', ...args, '--port', '0'], { cwd })
  await view.until('stdout', ADDRESS)
  const [, address = ''] = ADDRESS.exec(view.heard.stdout) ?? []
  return {
    ...view,
    address,
    listing: async () => JSON.parse(await (await fetch(`${address}run/index.json`)).text()),
  }
}

describe('lineagraph view --base', { timeout: 30_000 }, () => {
  test('serves the other run beside the run, checked in the same way', async () => {
    const cwd = folderWith(files)
    const view = await startView(['out', '--base', 'before', '--workspace', 'catalog.csv'], cwd)
    const { plan, base } = await view.listing()
    expect(base).toMatchObject({
      name: 'before',
      files: [
        { name: 'before/run.jsonl', role: 'run' },
        { name: 'catalog.csv', role: 'catalog' },
      ],
    })
    expect(base.plan).toEqual({
      ...plan,
      config: { ...plan.config, overrides: [{ files: [], rules: expect.anything() }] },
    })
    const fetched = async (name: string) =>
      (await fetch(`${view.address}run/base/${encodeURIComponent(name)}`)).text()
    expect(await fetched('before/run.jsonl')).toBe(readFileSync(join(cwd, 'before/run.jsonl'), 'utf8'))
    expect((await fetch(`${view.address}run/base/..%2Flineagraph.config.json`)).status).toBe(404)
    expect((await fetch(`${view.address}run/base/${encodeURIComponent('out/run.jsonl')}`)).status).toBe(404)
  })

  test('follows the files of the base too', async () => {
    const cwd = folderWith(files)
    const view = await startView(['out', '--base', 'before'], cwd)
    const { version } = await view.listing()
    view.forget()
    writeFileSync(join(cwd, 'before/run.jsonl'), `${JSON.stringify(table('c'))}\n`)
    await view.until('stdout', ADDRESS)
    expect((await view.listing()).version).not.toBe(version)
  })

  test('takes a run out of the history, for every page that asks', async () => {
    const cwd = folderWith(files)
    const git = (...words: string[]) =>
      expect(spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', ...words], { cwd }).status).toBe(
        0,
      )
    git('init', '-q', '-b', 'main')
    git('add', '-A')
    git('commit', '-qm', 'x')
    const before = readFileSync(join(cwd, 'out/run.jsonl'), 'utf8')
    writeFileSync(join(cwd, 'out/run.jsonl'), `${JSON.stringify(table('c'))}\n`)
    const view = await startView(['out', '--base', 'main:out'], cwd)
    const { base } = await view.listing()
    expect(base.files).toEqual([{ name: 'main:out/run.jsonl', role: 'run', printed: false }])
    expect(base.plan.config.overrides[0].files).toEqual(['main:out/run.jsonl'])
    const path = `${view.address}run/base/${encodeURIComponent('main:out/run.jsonl')}`
    const texts = await Promise.all([fetch(path), fetch(path)].map(async (one) => (await one).text()))
    expect(texts).toEqual([before, before])
  })

  test.each([
    [['--base', 'nope'], 3, /there is no file or folder 'nope'/],
    [['--base', ''], 2, /--base names no run/],
    [['--base', '-'], 2, /read again for each page/],
  ])('%j ends with %i', async (words, code, message) => {
    const done = await lineagraph(['view', 'out', '--no-open', ...words], { cwd: folderWith(files) })
    expect([done.code, done.stderr]).toEqual([code, expect.stringMatching(message)])
  })
})
