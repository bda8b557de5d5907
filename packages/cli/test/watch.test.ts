import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { edge, table } from './declarations.ts'
import { lineagraph, shell } from './run-command.ts'
import { hasTerminal, startLineagraph } from './start-command.ts'
import { folderWith } from './temporary-folder.ts'

const line = (value: object) => `${JSON.stringify(value)}\n`
const clean = { 'out/r.jsonl': [table('a'), table('b')] }
const WATCHING = /watching out; checked at \d\d:\d\d:\d\d; Ctrl-C ends it\n$/

describe('lineagraph check --watch', { timeout: 30_000 }, () => {
  test('checks, and checks again after a change, until a signal ends it with 0', async () => {
    const cwd = folderWith(clean)
    const { child, heard, until, forget, ended } = startLineagraph(['check', 'out', '--watch'], { cwd })
    await until('stderr', WATCHING)
    expect(heard.stdout).toBe('no findings in 2 resources, 0 edges\n')
    forget()
    appendFileSync(join(cwd, 'out/r.jsonl'), line(edge('a', 'gone')))
    await until('stderr', WATCHING)
    expect(heard.stdout).toMatch(
      /'gone' is used in lineage but never declared[^]*1 error in 2 resources, 1 edge\n$/,
    )
    child.kill('SIGINT')
    expect(await ended).toBe(0)
  })

  test('outlives lines that are half written, files and folders that vanish, and runs that declare nothing', async () => {
    const cwd = folderWith(clean)
    const out = join(cwd, 'out')
    const { child, heard, until, forget, ended } = startLineagraph(['check', 'out', '--watch'], { cwd })
    const after = async (change: () => void) => {
      await until('stderr', WATCHING)
      forget()
      change()
      await until('stderr', WATCHING)
      return heard
    }
    const half = line(table('c')).slice(0, 20)
    expect(await after(() => appendFileSync(join(out, 'r.jsonl'), half))).toMatchObject({
      stdout: expect.stringContaining('the file stops in the middle of its last line'),
    })
    expect(await after(() => appendFileSync(join(out, 'r.jsonl'), line(table('c')).slice(20)))).toMatchObject(
      {
        stdout: 'no findings in 3 resources, 0 edges\n',
      },
    )
    expect(await after(() => rmSync(join(out, 'r.jsonl')))).toMatchObject({
      stderr: expect.stringContaining('nothing was checked'),
    })
    expect(await after(() => rmSync(out, { recursive: true }))).toMatchObject({
      stderr: expect.stringContaining("there is no file or folder 'out'"),
    })
    const anew = await after(() => {
      mkdirSync(out)
      writeFileSync(join(out, 'r.jsonl'), line(table('a')))
    })
    expect(anew.stdout).toMatch(/no findings in 1 resource, 0 edges\n$/)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  test('waits for a folder that is not there yet', async () => {
    const cwd = folderWith({})
    const { heard, until, forget } = startLineagraph(['check', 'out', '--watch'], { cwd })
    await until('stderr', WATCHING)
    expect(heard.stderr).toContain("there is no file or folder 'out'")
    forget()
    mkdirSync(join(cwd, 'out'))
    writeFileSync(join(cwd, 'out/r.jsonl'), line(table('a')))
    await until('stdout', /no findings in 1 resource, 0 edges\n/)
  })

  test('writes the files of its formats each time, and does not take them for a change', async () => {
    const cwd = folderWith(clean)
    const args = [
      'check',
      'out',
      '--watch',
      '-f',
      'concise',
      '-f',
      'ndjson:out/report.ndjson',
      '-f',
      'json:report.json',
    ]
    const { until, forget, heard } = startLineagraph(args, { cwd })
    const errors = () => JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')).summary.errors
    await until('stderr', WATCHING)
    expect(errors()).toBe(0)
    forget()
    appendFileSync(join(cwd, 'out/r.jsonl'), line(edge('a', 'gone')))
    await until('stderr', WATCHING)
    expect(errors()).toBe(1)
    forget()
    await new Promise((done) => setTimeout(done, 1000))
    expect(heard.stderr).toBe('')
  })

  test('follows the folders of --each, new ones too, the config file and the catalogs', async () => {
    const cwd = folderWith({
      'runs/one/r.jsonl': [table('a'), edge('a', 'gone')],
      'lineagraph.config.json': '{"rules": {}}',
      'warehouse.csv': 'schema,table\ns,x\n',
    })
    const args = ['check', '--each', 'runs/*', '--watch', '--workspace', 'warehouse.csv', '-f', 'concise']
    const { heard, until, forget } = startLineagraph(args, { cwd })
    const status = /watching runs\/\*; checked at/
    const after = async (change: () => void) => {
      await until('stderr', status)
      forget()
      change()
      await until('stderr', status)
      return heard.stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[2] ?? '')
    }
    const newRun = () => {
      mkdirSync(join(cwd, 'runs/two'))
      writeFileSync(join(cwd, 'runs/two/r.jsonl'), line(table('b')) + line(edge('b', 'b')))
    }
    expect(await after(newRun)).toEqual(['lineage/dangling-internal', 'lineage/no-self'])
    const config = { rules: { 'lineage/dangling-internal': 'off' } }
    expect(
      await after(() => writeFileSync(join(cwd, 'lineagraph.config.json'), JSON.stringify(config))),
    ).toEqual(['lineage/no-self'])
    await after(() => appendFileSync(join(cwd, 'warehouse.csv'), 's,y\n'))
  })

  test.each([
    ['standard input', ['-', '--watch']],
    ['a wrong configuration', ['out', '--watch', '--config', 'out/r.jsonl']],
    ['a pipe', ['pipe', '--watch']],
    ['a catalog from a pipe', ['out', '--watch', '--workspace', 'pipe']],
    ['a wrong option', ['out', '--watch', '--rule', 'lineage/nope=off']],
    ['an output that cannot be written', ['out', '--watch', '-f', 'json:no/report.json']],
  ])('is wrong usage with %s, and says so before it watches', async (_, args) => {
    const cwd = folderWith(clean)
    await shell('mkfifo pipe', { cwd })
    const { code, stdout, stderr } = await lineagraph(['check', ...args], { cwd })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^lineagraph: .*\n {2}help: .*\n$/)
  })

  test('ends quietly when its reader goes away', async () => {
    const cwd = folderWith(clean)
    const { child, heard, until, ended } = startLineagraph(['check', 'out', '--watch'], { cwd })
    await until('stderr', WATCHING)
    child.stdout.destroy()
    appendFileSync(join(cwd, 'out/r.jsonl'), line(table('c')))
    expect(await ended).toBe(0)
    expect(heard.stderr).not.toMatch(/EPIPE|fault/)
  })
})

describe.skipIf(!hasTerminal)('on a terminal, lineagraph check --watch', { timeout: 30_000 }, () => {
  test.each([
    ['q', 'q'],
    ['Ctrl-C', '\u0003'],
  ])('clears the screen for each check, and ends with 0 at %s', async (_, key) => {
    const cwd = folderWith(clean)
    const { child, heard, until, forget, ended } = startLineagraph(['check', 'out', '--watch'], {
      cwd,
      terminal: true,
    })
    await until('stdout', /q or Ctrl-C ends it/)
    expect(heard.stdout).toMatch(/^\u001b\[H\u001b\[2J\u001b\[3Jno findings in 2 resources, 0 edges\r\n/)
    forget()
    rmSync(join(cwd, 'out'), { recursive: true })
    await until('stdout', /q or Ctrl-C ends it/)
    expect(heard.stdout.split('\u001b[2J')).toHaveLength(2)
    expect(stripVTControlCharacters(heard.stdout)).toMatch(/there is no file or folder 'out'/)
    child.stdin.write(key)
    expect(await ended).toBe(0)
  })
})

// A pipe that is held open makes any run a slow one.
describe.skipIf(!hasTerminal)('on a terminal, a run of more than a second', { timeout: 30_000 }, () => {
  const blanks = `head -c 5000000 /dev/zero | tr '\\0' ' '; echo`
  const slow = `(echo '${JSON.stringify(table('a'))}'; ${blanks}; sleep 2; ${blanks}) >pipe`

  test('shows one line of progress, which is gone at the end', async () => {
    const cwd = folderWith({})
    await shell('mkfifo pipe', { cwd })
    const { heard, ended } = startLineagraph(['check', 'pipe'], { cwd, terminal: true })
    await shell(slow, { cwd })
    expect(await ended).toBe(0)
    expect(heard.stdout).toMatch(/\r\u001b\[Kreading pipe: \d+ MB, [\d,]+ lines/)
    expect(heard.stdout).toMatch(/\r\u001b\[Kno findings in 1 resource, 0 edges\r\nchecked in [\d,]+ ms\r\n$/)
    expect(heard.stdout.replaceAll(/\r\u001b\[K[^\r\n]*(?=\r\u001b\[K)/g, '')).toMatch(
      /^\r\u001b\[Kno findings/,
    )
  })

  test('shows none in CI', async () => {
    const cwd = folderWith({})
    await shell('mkfifo pipe', { cwd })
    const { heard, ended } = startLineagraph(['check', 'pipe'], { cwd, terminal: true, env: { CI: 'true' } })
    await shell(slow, { cwd })
    expect(await ended).toBe(0)
    expect(heard.stdout).toMatch(/^no findings/)
  })
})
