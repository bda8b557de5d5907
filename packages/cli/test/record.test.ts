import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { RESOURCE_FIELDS } from '@lineagraph/core'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { lineagraph, shell, type Circumstances, type Outcome } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

const BIN = fileURLToPath(new URL('../bin/lineagraph.js', import.meta.url))
const onWindows = process.platform === 'win32'
const TIMEOUT = 120_000
vi.setConfig({ testTimeout: 60_000 }) // each starts two processes, on machines that may be busy

/** What the scripts of the tests begin with: `declare` prints as the SDK does, every field of a table. */
const SDK = `
import { appendFileSync, existsSync, writeFileSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
const none = { parent_databuilder_id: null, title: '', description: null, owners: null, is_pk: false, hidden: false }
const declare = (id, more) => console.log(JSON.stringify({ entity_type: 'table', databuilder_id: id, ...none, ...more }))
const end = (id) => ({ type: 'internal_resource', databuilder_id: id })
const link = (from, to) => console.log(JSON.stringify({ from_identifier: end(from), to_identifier: end(to) }))
`
const A = '{"entity_type":"table","databuilder_id":"a"}\n'
const B = '{"entity_type":"table","databuilder_id":"b"}\n'

/** A folder with a script that is an integration. */
const integration = (script: string): string => folderWith({ 'run.mjs': SDK + script })

/** Records the script in a folder. What `declare` leaves unset is no matter here. */
const record = (cwd: string, options: readonly string[] = [], more: Circumstances = {}): Promise<Outcome> =>
  lineagraph(['record', '--preset', 'minimal', ...options, '--', process.execPath, 'run.mjs'], {
    cwd,
    ...more,
  })

const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8')
const filesIn = (folder: string): string[] => readdirSync(folder).sort()

describe('lineagraph record -- COMMAND', () => {
  test('keeps declarations in two files, passes other prints through, and shows the findings last', async () => {
    const cwd = integration(`
      console.log('signing in')
      declare('a', { title: 'A' })
      console.log('{"progress": 0.5}')
      link('a', 'gone')
      declare('b')
      console.log('done')`)
    const { code, stdout, stderr } = await record(cwd, ['-f', 'concise'])
    expect([code, stderr]).toEqual([1, ''])
    expect(stdout).toBe(
      'signing in\n{"progress": 0.5}\ndone\n' +
        "out/lineage.jsonl:1:131 error lineage/dangling-internal 'gone' is used in lineage but never declared\n",
    )
    expect(read(cwd, 'out/resources.jsonl')).toBe(A.replace('}', ',"title":"A"}') + B)
    expect(read(cwd, 'out/lineage.jsonl')).toBe(
      '{"from_identifier":{"type":"internal_resource","databuilder_id":"a"},"to_identifier":{"type":"internal_resource","databuilder_id":"gone"}}\n',
    )
    expect(filesIn(join(cwd, 'out'))).toEqual(['lineage.jsonl', 'resources.jsonl'])
  })

  test('passes bytes through as they are, and begins the findings on a line of their own', async () => {
    const cwd = integration(`declare('a'); writeSync(1, Buffer.from([0x61, 0xff, 0x0d, 0x0a, 0x00, 0xe9]))`)
    const script = `lineagraph record --preset minimal -- "${process.execPath}" run.mjs >seen.bin; echo $?`
    expect((await shell(script, { cwd })).stdout).toBe('0\n')
    expect(readFileSync(join(cwd, 'seen.bin'))).toEqual(
      Buffer.concat([
        Buffer.from([0x61, 0xff, 0x0d, 0x0a, 0x00, 0xe9]),
        Buffer.from('\nno findings in 1 resource, 0 edges\n'),
      ]),
    )
  })

  test('adds no line end where the findings go elsewhere', async () => {
    const cwd = integration(`declare('a'); writeSync(1, 'half')`)
    const { stdout } = await record(cwd, ['-f', 'json:out/report.json'])
    expect(stdout).toBe('half')
    expect(JSON.parse(read(cwd, 'out/report.json')).summary.resources).toBe(1)
  })

  test('shows a print at once, without its end, while the integration runs', async () => {
    const cwd = integration(`
      declare('a')
      writeSync(1, 'Password: ')
      while (!existsSync('seen')) await sleep(10)`)
    const child = spawn(process.execPath, [BIN, 'record', '--', process.execPath, 'run.mjs'], { cwd })
    const [first] = await once(child.stdout, 'data')
    expect(String(first)).toBe('Password: ')
    writeFileSync(join(cwd, 'seen'), '')
    child.stdout.resume()
    expect(await once(child, 'close')).toEqual([0, null])
  })

  test('gives the integration its standard input, standard error, arguments and environment', async () => {
    const cwd = integration(`
      for await (const chunk of process.stdin) console.log(String(chunk))
      console.error('to stderr')
      console.log(process.argv.slice(2).join(' '), process.env.PYTHONUNBUFFERED, process.env.MARK)
      declare('a')`)
    const words = ['record', '--out', 'x', '--', process.execPath, 'run.mjs', '--out', 'y', '--', '-f']
    const mine = { cwd, input: 'typed', env: { MARK: 'mine' } }
    const { stdout, stderr } = await lineagraph(words, mine)
    expect(stdout).toMatch(/^typed\n--out y -- -f 1 mine\n/)
    expect([stderr, existsSync(join(cwd, 'y'))]).toEqual(['to stderr\n', false])
    const set = await lineagraph(words, { ...mine, env: { PYTHONUNBUFFERED: '' } })
    expect(set.stdout).toMatch(/^typed\n--out y -- -f {2}undefined\n/)
  })

  test('keeps a declaration behind a print without a line end, and between codes for colour', async () => {
    const cwd = integration(`
      process.stdout.write('Fetching…'); await sleep(50); link('a', 'b')
      console.log(' done')
      process.stdout.write('\\x1b[32m' + JSON.stringify({ from_identifier: end('a'), to_identifier: end('a') }) + '\\x1b[0m\\n')
      console.log('sent {"entity_type": "table"}')`)
    const { stdout } = await record(cwd, ['-f', 'json:report.json'])
    expect(stdout).toBe('Fetching… done\n\x1b[32m\x1b[0msent {"entity_type": "table"}\n')
    expect(JSON.parse(read(cwd, 'report.json'))).toMatchObject({ summary: { resources: 0, lineage: 2 } })
  })

  test('says of a line that was meant as a declaration and is none where it was printed', async () => {
    const cwd = integration(`
      console.log('one'); declare('a')
      console.log("{'entity_type': 'table'}")
      console.log('{ok} no declaration')
      writeSync(1, '{"entity_type": "table", "databuilder')`)
    const { code, stdout } = await record(cwd, ['-f', 'concise'])
    expect([code, stdout]).toEqual([1, expect.stringMatching(/^one\n{'entity_type': 'table'}\n{ok} no/)])
    expect(stdout).toMatch(/^<stdout>:3:2 error input\/invalid-json the line is a Python dict, not JSON$/m)
    expect(stdout).toMatch(/^<stdout>:5:\d+ error input\//m)
    expect(read(cwd, 'out/resources.jsonl')).toBe(A)
    const { stdout: pretty } = await record(cwd)
    expect(pretty).toContain("│ {'entity_type': 'table'}\n")
    expect(filesIn(join(cwd, 'out'))).toEqual(['lineage.jsonl', 'resources.jsonl'])
  })

  test('says of a printed list of dicts, and of printed objects of the SDK, that they are none', async () => {
    const cwd = integration(`
      declare('a')
      writeSync(1, "[{'entity_ty"); writeSync(1, "pe': 'table'}]\\nResource(")
      writeSync(1, "entity_type='table', databuilder_id='x')\\n")
      console.log("[{'progress': 0.5}]")`)
    const { code, stdout } = await record(cwd, ['-f', 'concise'])
    expect([code, stdout]).toEqual([
      1,
      expect.stringMatching(
        /^\[{'entity_type': 'table'}\]\nResource\(entity_type='table', databuilder_id='x'\)\n/,
      ),
    ])
    expect(stdout.match(/^<stdout>.*$/gm)).toEqual([
      '<stdout>:2:3 error input/invalid-json the line is a Python dict, not JSON',
      '<stdout>:3:1 error input/invalid-json the line is a Python object as print shows it, not JSON',
    ])
  })

  test('keeps unknown fields and wrong values, for the check to find, and the older form of lineage', async () => {
    const cwd = integration(`
      declare('a', { title: 5, parent_id: null, description: 'Größe ✓' })
      console.log('{"from_databuilder_id": "a", "to_databuilder_id": "a"}')`)
    const { code, stdout } = await record(cwd, ['-f', 'concise'])
    expect([code, stdout]).toEqual([
      1,
      expect.stringMatching(/^out\/resources.jsonl:1:\d+ error resource\/wrong-field-type/m),
    ])
    expect(read(cwd, 'out/resources.jsonl')).toBe(
      '{"entity_type":"table","databuilder_id":"a","title":5,"description":"Größe ✓","parent_id":null}\n',
    )
    expect(read(cwd, 'out/lineage.jsonl')).toBe('{"from_databuilder_id":"a","to_databuilder_id":"a"}\n')
  })

  test('keeps a number as it was printed where JavaScript would round it', async () => {
    const fields = { entity_type: 'table', databuilder_id: 'a' }
    const unset = Object.fromEntries(RESOURCE_FIELDS.map((field) => [field, null]))
    const line = JSON.stringify({ ...fields, ...unset, ...fields }).replace(
      '"sort_order":null',
      '"sort_order": 9007199254740993',
    )
    const cwd = integration(`console.log(${JSON.stringify(`${line}\nReading ${line}`)})`)
    await record(cwd)
    expect(read(cwd, 'out/resources.jsonl')).toBe(`${line}\n${line}\n`)
  })

  test('checks the two files and no others of the folder', async () => {
    const cwd = integration(`declare('a')`)
    mkdirSync(join(cwd, 'out'))
    writeFileSync(join(cwd, 'out/other.jsonl'), 'broken\n')
    writeFileSync(join(cwd, 'out/lineages.jsonl'), '')
    writeFileSync(join(cwd, 'out/odd\u202e.jsonl.gz'), '')
    writeFileSync(join(cwd, 'out/notes.csv'), 'a,b\n')
    writeFileSync(join(cwd, 'out/upload.csv'), 'col_name,col_description,col_type,sort_order\n')
    expect(await record(cwd)).toEqual({
      code: 0,
      stdout: 'no findings in 1 resource, 0 edges\n',
      stderr:
        "lineagraph: other files of a run are in 'out' and were not checked: 'lineages.jsonl', 'odd\\u202e.jsonl.gz', 'other.jsonl', 'upload.csv'\n" +
        "  help: lineagraph check 'out' will read them too; take away those that are no part of this run\n",
    })
  })

  test('names the first of very many other files, and none where nothing was kept', async () => {
    const cwd = integration(`if (process.argv.length === 2 && !existsSync('none')) declare('a')`)
    mkdirSync(join(cwd, 'out'))
    for (let i = 10; i < 40; i++) writeFileSync(join(cwd, `out/${i}.jsonl`), '')
    expect((await record(cwd)).stderr).toContain(
      "'10.jsonl', '11.jsonl', '12.jsonl', '13.jsonl', '14.jsonl' and 25 more\n",
    )
    writeFileSync(join(cwd, 'none'), '')
    expect((await record(cwd)).stderr).not.toContain('10.jsonl')
  })

  test('finds nothing wrong with an empty file of its own', async () => {
    const cwd = integration(`console.log(JSON.stringify({
      from_identifier: { type: 'external_table', database: 'd', schema: 's', table: 'a' },
      to_identifier: { type: 'external_table', database: 'd', schema: 's', table: 'b' },
    }))`)
    const { stdout } = await record(cwd, ['--preset', 'strict', '-f', 'concise'])
    expect(stdout).not.toContain('input/empty')
    expect(read(cwd, 'out/resources.jsonl')).toBe('')
  })

  test('keeps what is printed where LINEAGRAPH_OUT is set, which would have the integration write files', async () => {
    const cwd = integration(`declare(process.env.LINEAGRAPH_OUT ?? 'a')`)
    await record(cwd, [], { env: { LINEAGRAPH_OUT: 'elsewhere' } })
    expect(read(cwd, 'out/resources.jsonl')).toBe(A)
  })

  test('takes the options of check', async () => {
    const cwd = integration(`declare('a'); declare('a'); link('a', 'gone')`)
    const off = ['--rule', 'lineage/dangling-internal=off']
    expect(await record(cwd, off)).toMatchObject({ code: 0 })
    expect(
      await record(cwd, [...off, '--preset', 'recommended', '--max-warnings', '0', '--quiet']),
    ).toMatchObject({ code: 1 })
    expect(await record(cwd, [...off, '--preset', 'minimal', '--max-warnings', '0'])).toMatchObject({
      code: 0,
    })
    expect((await record(cwd, ['--stats'])).stdout).toMatch(/dangling/)
  })
})

describe('the exit code of lineagraph record', () => {
  test.each([
    ['0 for a run without findings', `declare('a')`, 0],
    ['1 for an error', `declare('a'); link('a', 'gone')`, 1],
    ['4 where nothing is declared', `console.log('hello')`, 4],
    ['4 where nothing readable is declared', `console.log("{'entity_type': 'table'}")`, 4],
    ['that of the integration', `declare('a'); process.exitCode = 7`, 7],
    ['that of the integration before its findings', `declare('a'); link('a', 'b'); process.exitCode = 3`, 3],
    ['that of an integration that declares nothing', `process.exitCode = 9`, 9],
  ])('is %s', async (_, script, code) => {
    const outcome = await record(integration(script))
    expect(outcome.code).toBe(code)
    if (code > 1) expect(outcome.stderr).toMatch(/help: |the integration ended with exit code/)
  })

  test.skipIf(onWindows).each(['SIGKILL', 'SIGTERM', 'SIGSEGV'] as const)(
    'is 128 and the number of the signal that ended the integration: %s',
    async (signal) => {
      const cwd = integration(`declare('a'); process.kill(process.pid, '${signal}'); await sleep(60_000)`)
      const { code, stderr } = await record(cwd)
      expect(code).toBe(128 + constants.signals[signal])
      expect(stderr).toContain(`was ended by ${signal}: the run is incomplete`)
      expect(read(cwd, 'out/resources.jsonl')).toBe(A)
    },
  )

  test('is that of the integration where the report cannot be written either', async () => {
    const cwd = integration(`
      declare('a'); process.exitCode = 5
      const { rmSync } = await import('node:fs'); rmSync('reports', { recursive: true })`)
    mkdirSync(join(cwd, 'reports'))
    const { code, stderr } = await record(cwd, ['-f', 'json:reports/r.json'])
    expect([code, stderr]).toEqual([5, expect.stringContaining("'reports/r.json' cannot be written")])
  })
})

describe('what is wrong is said before anything is run', () => {
  test.each([
    ['an option', ['--rule', 'lineage/nope=off'], 2],
    ['a format', ['-f', 'yaml'], 2],
    ['a report in place of the run', ['-f', 'json:out/lineage.jsonl'], 2],
    ['an empty folder name', ['--out', ''], 2],
    ['no folder name', ['--out'], 2],
    ['a file in place of the folder', ['--out', 'run.mjs'], 2],
    ['a folder in a file', ['--out', 'run.mjs/out'], 2],
    ['a folder in place of a file', ['--out', 'taken'], 2],
  ])('%s', async (_, options, expected) => {
    const cwd = integration(`writeFileSync('was-run', '')`)
    mkdirSync(join(cwd, 'taken/resources.jsonl'), { recursive: true })
    const { code, stdout, stderr } = await record(cwd, options)
    expect([code, stdout]).toEqual([expected, ''])
    expect(stderr).toMatch(/help: /)
    expect(filesIn(cwd)).toEqual(['run.mjs', 'taken'])
  })

  test.skipIf(onWindows)('a pipe in place of a file', async () => {
    const cwd = integration(`writeFileSync('was-run', '')`)
    mkdirSync(join(cwd, 'out'))
    await shell('mkfifo out/lineage.jsonl', { cwd })
    expect(await record(cwd)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("'out/lineage.jsonl' is a device or a pipe"),
    })
    expect(existsSync(join(cwd, 'was-run'))).toBe(false)
  })

  test('no command', async () => {
    expect(await lineagraph(['record'])).toMatchObject({ code: 2 })
    expect(await lineagraph(['record', '--', ''])).toMatchObject({ code: 2 })
  })

  test.skipIf(onWindows).each([
    ['is not there', 'no-such-command', 'there is no command'],
    ['is not there, by its path', './gone/run', 'there is no command'],
    ['lies in a file', './run.mjs/x', 'there is no command'],
    ['may not be executed', './run.mjs', 'may not be executed'],
    ['has too long a name', 'x'.repeat(5000), 'cannot be run (ENAMETOOLONG)'],
  ])('a command that %s is a path that cannot be read, and leaves nothing', async (_, command, message) => {
    const cwd = integration('')
    chmodSync(join(cwd, 'run.mjs'), 0o644)
    const outcome = await lineagraph(['record', '--out', 'new/out', '--', command], { cwd })
    expect(outcome).toMatchObject({ code: 3, stdout: '', stderr: expect.stringContaining(message) })
    expect(filesIn(cwd)).toEqual(['run.mjs'])
  })
})

describe('the files of lineagraph record', () => {
  test('replace those of the last run when the integration has ended, and go where links lead', async () => {
    const cwd = integration(`declare('b'); console.log(existsSync('out/resources.jsonl') && 'old')`)
    mkdirSync(join(cwd, 'real'))
    symlinkSync('real', join(cwd, 'out'))
    writeFileSync(join(cwd, 'real/resources.jsonl'), A, { mode: 0o600 })
    const { stdout, stderr } = await record(cwd)
    expect([stdout.split('\n')[0], stderr]).toEqual(['old', ''])
    expect([read(cwd, 'real/resources.jsonl'), read(cwd, 'real/lineage.jsonl')]).toEqual([B, ''])
  })

  test('are marked where the integration ends half way, until it comes to its end', async () => {
    const cwd = integration(`declare('b'); process.exitCode = Number(process.env.CODE)`)
    const fails = { env: { CODE: '1' } }
    const { code, stderr } = await record(cwd, [], fails)
    expect([code, stderr]).toEqual([
      1,
      "lineagraph: the integration ended with exit code 1: the run is incomplete; what was declared until then is kept in 'out'\n",
    ])
    expect(filesIn(join(cwd, 'out'))).toEqual(['incomplete.txt', 'lineage.jsonl', 'resources.jsonl'])
    expect(read(cwd, 'out/resources.jsonl')).toBe(B)
    await record(cwd, [], fails)
    expect(filesIn(join(cwd, 'out'))).toEqual(['incomplete.txt', 'lineage.jsonl', 'resources.jsonl'])
    await record(cwd, [], { env: { CODE: '0' } })
    expect(filesIn(join(cwd, 'out'))).toEqual(['lineage.jsonl', 'resources.jsonl'])
  })

  test('of a whole run stay where the next one ends half way, which goes into a folder of its own', async () => {
    const cwd = integration(`declare('b'); link('b', 'gone'); process.exitCode = Number(process.env.CODE)`)
    mkdirSync(join(cwd, 'out'))
    writeFileSync(join(cwd, 'out/resources.jsonl'), A)
    const { code, stdout, stderr } = await record(cwd, ['-f', 'concise'], { env: { CODE: '3' } })
    expect([code, stderr]).toEqual([
      3,
      "lineagraph: the integration ended with exit code 3: the run is incomplete; what was declared until then is kept in 'out/incomplete', and 'out' holds the last whole run, as it was\n",
    ])
    expect(stdout).toMatch(/^out\/incomplete\/lineage\.jsonl:1:\d+ error lineage\/dangling-internal/)
    expect([read(cwd, 'out/resources.jsonl'), read(cwd, 'out/incomplete/resources.jsonl')]).toEqual([A, B])
    expect(filesIn(join(cwd, 'out'))).toEqual(['incomplete', 'resources.jsonl'])
    await record(cwd, [], { env: { CODE: '0' } })
    expect(filesIn(join(cwd, 'out'))).toEqual(['lineage.jsonl', 'resources.jsonl'])
    expect(read(cwd, 'out/resources.jsonl')).toBe(B)
  })

  test('go aside also where they are links that lead elsewhere', async () => {
    const cwd = integration(`declare('b'); process.exitCode = 1`)
    mkdirSync(join(cwd, 'out'))
    writeFileSync(join(cwd, 'real.jsonl'), A)
    symlinkSync('../real.jsonl', join(cwd, 'out/resources.jsonl'))
    await record(cwd)
    expect([read(cwd, 'real.jsonl'), read(cwd, 'out/incomplete/resources.jsonl')]).toEqual([A, B])
    expect(filesIn(cwd)).toEqual(['out', 'real.jsonl', 'run.mjs'])
  })

  test.each([0, 1])('stay where nothing is declared, at exit code %i', async (code) => {
    const cwd = integration(`process.exitCode = ${code}`)
    mkdirSync(join(cwd, 'out'))
    writeFileSync(join(cwd, 'out/resources.jsonl'), A)
    await record(cwd)
    expect([filesIn(join(cwd, 'out')), read(cwd, 'out/resources.jsonl')]).toEqual([['resources.jsonl'], A])
    await record(cwd, ['--out', 'new/folder'])
    expect(existsSync(join(cwd, 'new'))).toBe(false)
  })

  test.skipIf(onWindows)('stay where lineagraph is killed', async () => {
    const cwd = integration(
      `declare('b'); writeFileSync('up', ''); while (existsSync('up') && !existsSync('end')) await sleep(10)`,
    )
    mkdirSync(join(cwd, 'out'))
    writeFileSync(join(cwd, 'out/resources.jsonl'), A)
    const child = spawn(process.execPath, [BIN, 'record', '--', process.execPath, 'run.mjs'], { cwd })
    await vi.waitFor(() => expect(existsSync(join(cwd, 'up'))).toBe(true), { timeout: 20_000 })
    child.kill('SIGKILL')
    await once(child, 'exit')
    writeFileSync(join(cwd, 'end'), '')
    expect(read(cwd, 'out/resources.jsonl')).toBe(A)
    expect(existsSync(join(cwd, 'out/lineage.jsonl'))).toBe(false)
  })

  // `ulimit -f` takes the part of a write that fits and refuses the rest, as a disk does that fills up.
  test.skipIf(onWindows)(
    'are both left as they were on a full disk, and the integration is asked to end',
    async () => {
      const cwd = integration(`
      process.on('SIGTERM', () => { appendFileSync('log', 'SIGTERM'); process.exit(0) })
      for (let i = 0; i < 3000; i++) declare('t' + i)
      await sleep(60_000)`)
      mkdirSync(join(cwd, 'out'))
      writeFileSync(join(cwd, 'out/lineage.jsonl'), 'before\n')
      const script = `ulimit -f 9; lineagraph record --preset minimal -- "${process.execPath}" run.mjs; echo $?`
      const { stdout, stderr } = await shell(script, { cwd })
      expect(stdout).toBe('2\n')
      expect(stderr).toMatch(/'out\/resources.jsonl' cannot be written \(EFBIG\)\n {2}help: there is no room/)
      expect([filesIn(join(cwd, 'out')), read(cwd, 'log')]).toEqual([['lineage.jsonl'], 'SIGTERM'])
    },
  )
})

describe.skipIf(onWindows)('a signal to lineagraph record', () => {
  /** Starts a script that notes each signal it gets in `log`, and waits until it can get some. */
  async function listening(script: string) {
    const cwd = integration(`
      const note = (signal) => appendFileSync('log', signal + '\\n')
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2', 'SIGWINCH']) process.on(signal, note)
      declare('a')
      ${script}
      writeFileSync('up', String(process.pid))
      while (!existsSync('end')) await sleep(10)`)
    const words = [BIN, 'record', '--', process.execPath, 'run.mjs']
    const child = spawn(process.execPath, words, { cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    onTestFinished(() => void child.kill('SIGKILL'))
    const has = (name: string) =>
      vi.waitFor(() => expect(existsSync(join(cwd, name)) && read(cwd, name)).toBeTruthy(), {
        timeout: 20_000,
      })
    await has('up')
    const ended = once(child, 'close')
    return { cwd, child, ended, has, end: () => writeFileSync(join(cwd, 'end'), '') }
  }

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2', 'SIGWINCH'] as const)(
    'reaches the integration once, which goes on as it likes: %s',
    async (signal) => {
      const { cwd, child, ended, has, end } = await listening('')
      child.kill(signal)
      await has('log')
      end()
      expect([await ended, read(cwd, 'log')]).toEqual([[0, null], `${signal}\n`])
      expect(read(cwd, 'out/resources.jsonl')).toBe(A)
      expect(filesIn(join(cwd, 'out'))).toEqual(['lineage.jsonl', 'resources.jsonl'])
    },
  )

  test('that the integration does not hear ends it alone: SIGUSR2', async () => {
    const { cwd, child, ended } = await listening(`process.removeAllListeners('SIGUSR2')`)
    child.kill('SIGUSR2')
    expect(await ended).toEqual([128 + constants.signals.SIGUSR2, null])
    expect(filesIn(join(cwd, 'out'))).toEqual(['incomplete.txt', 'lineage.jsonl', 'resources.jsonl'])
  })

  test('opens no debugger: SIGUSR1', async () => {
    const { child, ended, has, end } = await listening('')
    let said = ''
    child.stderr.on('data', (text: Buffer) => void (said += String(text)))
    child.kill('SIGUSR1')
    await has('log')
    end()
    expect([await ended, said]).toEqual([[0, null], ''])
  })

  test('reaches it once where the whole group gets it, as by Ctrl-C on a terminal', async () => {
    const { cwd, child, ended, has, end } = await listening('')
    process.kill(-child.pid!, 'SIGINT')
    await has('log')
    end()
    expect([await ended, read(cwd, 'log')]).toEqual([[0, null], 'SIGINT\n'])
  })

  test('by Ctrl-C reaches what the integration has started too', async () => {
    const { cwd, child, ended, has, end } = await listening(`
      const { spawn } = await import('node:child_process')
      const code = "process.on('SIGINT', () => { require('fs').writeFileSync('deep', 'x'); process.exit() }); console.log('up'); setInterval(() => {}, 1000)"
      const deep = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
      await new Promise((resolve) => deep.stdout.once('data', resolve))`)
    child.kill('SIGINT')
    await has('deep')
    await has('log')
    end()
    expect([await ended, read(cwd, 'log')]).toEqual([[0, null], 'SIGINT\n'])
  })

  test('ends the waiting for what an integration that has ended left behind', async () => {
    const { cwd, child, ended, end } = await listening(`
      const { spawn } = await import('node:child_process')
      const left = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: ['ignore', 'inherit', 'ignore'], detached: true })
      writeFileSync('left', String(left.pid))
      left.unref()`)
    onTestFinished(() => void process.kill(Number(read(cwd, 'left'))))
    const pid = Number(read(cwd, 'up'))
    end()
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), { timeout: 20_000 })
    for (const told of ['SIGWINCH', 'SIGUSR1', 'SIGUSR2'] as const) child.kill(told) // these end nothing
    child.kill('SIGTERM')
    expect([await ended, read(cwd, 'out/resources.jsonl')]).toEqual([[0, null], A])
  })

  test.skipIf(!existsSync('/proc/self/stat'))('by Ctrl-Z stops both, and both go on', async () => {
    const { cwd, child, ended, end } = await listening('')
    const state = (pid: number) => read('/proc', String(pid), 'stat').replace(/^.*\) (.).*$/s, '$1')
    const pids = [child.pid!, Number(read(cwd, 'up'))]
    child.kill('SIGTSTP')
    await vi.waitFor(() => expect(pids.map(state)).toEqual(['T', 'T']), { timeout: 20_000 })
    child.kill('SIGCONT')
    await vi.waitFor(() => expect(pids.map(state)).not.toContain('T'), { timeout: 20_000 })
    end()
    expect(await ended).toEqual([0, null])
  })
})

describe('a reader of lineagraph record', () => {
  test('that goes away ends nothing: the run is kept, quietly', async () => {
    const cwd = integration(`
      for (let i = 0; i < 20_000; i++) { console.log('print ' + i); declare('t' + i) }`)
    const script = `lineagraph record --preset minimal -- "${process.execPath}" run.mjs | head -1; echo "\${PIPESTATUS[0]}"`
    const { stdout, stderr } = await shell(script, { cwd })
    expect([stdout, stderr]).toEqual(['print 0\n0\n', ''])
    expect(read(cwd, 'out/resources.jsonl').split('\n')).toHaveLength(20_001)
  })

  test('that was never there ends nothing either', async () => {
    const cwd = integration(`console.log('print'); declare('a')`)
    expect(await record(cwd, [], { gone: ['stdout', 'stderr'] })).toMatchObject({ code: 0 })
    expect(read(cwd, 'out/resources.jsonl')).toBe(A)
  })
})

describe('a large run', () => {
  const preload = new URL('./print-memory.mjs', import.meta.url).href
  const withMemory = { NODE_OPTIONS: `--import ${preload}` }
  /** The last one is that of lineagraph, which outlives the integration. */
  const peakMemory = (stderr: string): number => Number(/peak memory (\d+)\n$/.exec(stderr)?.[1])
  const MB = 1024 * 1024

  test('of 200,000 declarations is kept in less than 500 MB', { timeout: TIMEOUT }, async () => {
    const cwd = integration(`
      for (let t = 0; t < 10_000; t++) {
        declare('warehouse.schema.table_' + t)
        for (let c = 0; c < 9; c++) declare('warehouse.schema.table_' + t + '.c' + c, { entity_type: 'column', parent_databuilder_id: 'warehouse.schema.table_' + t })
        if (t > 0) for (let c = 0; c < 10; c++) link('warehouse.schema.table_' + (t - 1), 'warehouse.schema.table_' + t + (c < 9 ? '.c' + c : ''))
        if (t % 100 === 0) console.log(t)
      }`)
    const { code, stdout, stderr } = await record(cwd, [], { env: withMemory })
    expect([code, stdout.split('\n').slice(99)]).toEqual([
      0,
      ['9900', 'no findings in 100,000 resources, 99,990 edges', ''],
    ])
    expect(read(cwd, 'out/resources.jsonl').split('\n')).toHaveLength(100_001)
    expect(peakMemory(stderr)).toBeLessThan(500 * MB)
  })

  test('of 300 MB of other prints waits for its reader, and holds little', { timeout: TIMEOUT }, async () => {
    const cwd = integration(`
      declare('a')
      const piece = 'x'.repeat(999_999) + '\\n'
      for (let i = 0; i < 300; i++) process.stdout.write(piece)`)
    const script = `lineagraph record --preset minimal -- "${process.execPath}" run.mjs | (sleep 1; wc -c)`
    const { stdout, stderr } = await shell(script, { cwd, env: withMemory })
    expect(Number(stdout)).toBe(300_000_000 + 'no findings in 1 resource, 0 edges\n'.length)
    expect(peakMemory(stderr)).toBeLessThan(200 * MB)
  })
})

const python = spawnSync('python3', ['--version']).status === 0
test.skipIf(!python)(
  'lineagraph record -- python3 shows prints promptly and keeps what it declares',
  async () => {
    const cwd = folderWith({
      'integration.py': `import json, os, time
print(json.dumps({"entity_type": "table", "databuilder_id": "é", "title": "", "owners": None}))
print("waiting", end="")
while not os.path.exists("seen"):
    time.sleep(0.01)
raise SystemExit("no more")`,
    })
    const words = [BIN, 'record', '--out', 'run/', '--', 'python3', 'integration.py']
    const child = spawn(process.execPath, words, { cwd })
    const [first] = await once(child.stdout, 'data')
    expect(String(first)).toBe('waiting')
    writeFileSync(join(cwd, 'seen'), '')
    child.stdout.resume()
    child.stderr.resume()
    expect(await once(child, 'close')).toEqual([1, null])
    expect(read(cwd, 'run/resources.jsonl')).toBe('{"entity_type":"table","databuilder_id":"é"}\n')
  },
)
