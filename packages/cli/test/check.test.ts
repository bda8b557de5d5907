import { PRESETS } from '@lineagraph/core'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { edge } from './declarations.ts'
import { lineagraph, shell } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

const table = (id: string, more: object = {}) => ({
  entity_type: 'table',
  databuilder_id: id,
  title: id,
  schema: 's',
  database: 'd',
  ...more,
})
const clean = { 'resources.jsonl': [table('a'), table('b')], 'lineage.jsonl': [edge('a', 'b')] }
const warned = { 'resources.jsonl': [table('a'), table('a')] }
const broken = { 'resources.jsonl': [table('a')], 'lineage.jsonl': [edge('a', 'gone')] }

describe('exit codes', () => {
  const manyErrors = {
    'run.jsonl': [table('a'), ...Array.from({ length: 256 }, (_, i) => edge('a', `gone${i}-${i * 7919}`))],
  }
  test.each([
    ['0 for a run without findings', clean, [], 0],
    ['0 for warnings', warned, [], 0],
    ['0 for as many warnings as allowed', warned, ['--max-warnings', '1'], 0],
    ['1 for more warnings than allowed', warned, ['--max-warnings', '0'], 1],
    ['1 for more warnings than allowed, shown or not', warned, ['--max-warnings', '0', '--quiet'], 1],
    ['1 for an error', broken, [], 1],
    ['0 for an error that is made a warning', broken, ['--rule', 'lineage/dangling-internal=warning'], 0],
    ['1 for 256 errors, never their count', manyErrors, [], 1],
    ['2 for an unknown option', clean, ['--nope'], 2],
    ['2 for an unknown rule', clean, ['--rule', 'lineage/nope=off'], 2],
    ['2 for a rule without severity', clean, ['--rule', 'lineage/no-self'], 2],
    ['2 for an unknown format', clean, ['-f', 'yaml'], 2],
    ['2 for two formats on standard output', clean, ['-f', 'json', '-f', 'concise'], 2],
    ['2 for a count that is none', clean, ['--max-warnings', 'few'], 2],
    ['2 for a path beside --resources', clean, ['.', '--resources', 'resources.jsonl'], 2],
    ['2 for a rule that objects have by nature', clean, ['--rule', '__proto__=off'], 2],
    ['2 for one file for two formats', clean, ['-f', 'json:x', '-f', 'concise:./x'], 2],
    ['2 for --stats without a format that shows them', clean, ['--stats', '-f', 'concise'], 2],
    ['0 for --stats with one format that shows them', clean, ['--stats', '-f', 'concise', '-f', 'json:x'], 0],
    ['2 for a folder as output', clean, ['-f', 'json:.'], 2],
    ['3 for a path that is not there', clean, ['nope'], 3],
    ['3 for --lineage of a file that is not there', clean, ['--lineage', 'nope.jsonl'], 3],
    ['4 for a folder without a run', { 'README.md': 'hello' }, [], 4],
    ['4 for files without a declaration', { 'resources.jsonl': '' }, [], 4],
  ])('lineagraph check exits with %s', async (_, files, args, code) => {
    const outcome = await lineagraph(['check', ...args], { cwd: folderWith(files) })
    expect(outcome.code).toBe(code)
    if (code >= 2) expect(outcome.stderr).toMatch(/help: |--help/)
  })
})

describe('what is wrong with the options', () => {
  test.each([
    ['a rule', ['--rule', 'lineage/nope=off']],
    ['a preset', ['--preset', 'lax']],
    ['a format', ['-f', 'yaml']],
    ['a count', ['--max-warnings', '-1']],
    ['an output', ['-f', 'json:no/report.json']],
  ])('is said before a run is read: %s', async (_, args) => {
    const { code, stderr } = await lineagraph(['check', 'nope', ...args])
    expect([code, stderr]).toEqual([2, expect.not.stringContaining("'nope'")])
  })

  test('is said before standard input is read to its end', async () => {
    const { stdout } = await shell(
      'mkfifo pipe; sleep 4 >pipe & lineagraph check - --rule lineage/nope=off <pipe; echo $?; kill $!',
      { cwd: folderWith({}) },
    )
    expect(stdout).toBe('2\n')
  }, 3000)
})

describe('what is checked', () => {
  test('lineagraph check takes the *.jsonl files of a folder, not those of folders in it', async () => {
    const folder = folderWith({
      ...clean,
      'more.jsonl': [table('c')],
      'deep/resources.jsonl': [table('x')],
      'notes.txt': 'hello',
    })
    const { stdout } = await lineagraph(['check', folder])
    expect(stdout).toBe('no findings in 3 resources, 1 edge\n')
  })

  test('lineagraph check takes files given together as one run, each once', async () => {
    const folder = folderWith(clean)
    const { stdout } = await lineagraph(['check', 'lineage.jsonl', 'resources.jsonl', '.'], { cwd: folder })
    expect(stdout).toBe('no findings in 2 resources, 1 edge\n')
  })

  test('lineagraph check --resources FILE --lineage FILE takes these two', async () => {
    const folder = folderWith({ 'r.txt': clean['resources.jsonl'], 'l.txt': clean['lineage.jsonl'] })
    const { stdout, code } = await lineagraph(['check', '--resources', 'r.txt', '--lineage', 'l.txt'], {
      cwd: folder,
    })
    expect([stdout, code]).toEqual(['no findings in 2 resources, 1 edge\n', 0])
  })

  test('an empty file that --lineage names is no finding beside resources', async () => {
    const folder = folderWith({ 'r.txt': clean['resources.jsonl'], 'edges.txt': '' })
    const { stdout } = await lineagraph(['check', '--resources', './r.txt', '--lineage', './edges.txt'], {
      cwd: folder,
    })
    expect(stdout).toBe('no findings in 2 resources, 0 edges\n')
  })

  test('lineagraph check - reads what a program prints, and passes over its other prints', async () => {
    const printed = [
      'Signing in …',
      JSON.stringify({ ...table('a'), description: null, owners: null, is_pk: false }),
      '{"progress": 0.5}',
      "{'status': 'ok'}",
      '[1, 2, 3]',
      JSON.stringify(edge('a', 'gone')),
      "{'entity_type': 'table'}",
      'done',
    ].join('\n')
    const { stdout, code } = await lineagraph(['check', '-', '-f', 'concise'], { input: printed })
    expect(code).toBe(1)
    expect(stdout).toBe(
      `<stdin>:6:${JSON.stringify(edge('a', 'gone')).indexOf('"gone"') + 1} error lineage/dangling-internal 'gone' is used in lineage but never declared\n` +
        '<stdin>:7:2 error input/invalid-json the line is a Python dict, not JSON\n',
    )
  })

  test('lineagraph check - shows the lines of what was piped', async () => {
    const { stdout } = await lineagraph(['check', '-'], { input: JSON.stringify(edge('a', 'a')) })
    expect(stdout).toContain('"databuilder_id": "a"'.replaceAll(': ', ':'))
  })
})

describe('output', () => {
  test('lineagraph check -f json --stats prints one document with summary, findings and figures', async () => {
    const { stdout } = await lineagraph(['check', '-f', 'json', '--stats'], { cwd: folderWith(broken) })
    const report = JSON.parse(stdout)
    expect(Object.keys(report)).toEqual(['version', 'tool', 'summary', 'findings', 'stats'])
    expect(report).toMatchObject({
      version: 1,
      tool: { name: 'lineagraph' },
      summary: {
        resources: 1,
        lineage: 1,
        nodes: 2,
        edges: 1,
        errors: 1,
        warnings: 0,
        infos: 0,
        baselined: 0,
        ok: false,
      },
      findings: [{ rule: 'lineage/dangling-internal', locations: [{ file: 'lineage.jsonl', line: 1 }] }],
      stats: {
        by_type: { table: 1 },
        dangling_refs: 1,
        dangling_distinct: 1,
        components: 1,
        largest_component: 2,
      },
    })
  })

  test('lineagraph check -f pretty -f json:FILE writes both', async () => {
    const folder = folderWith(broken)
    const { stdout } = await lineagraph(['check', '-f', 'pretty', '-f', 'json:report.json'], { cwd: folder })
    expect(stdout).toContain('1 error in 1 resource, 1 edge')
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).summary.errors).toBe(1)
    expect(readdirSync(folder).sort()).toEqual(['lineage.jsonl', 'report.json', 'resources.jsonl'])
  })

  test('lineagraph check --quiet shows errors only', async () => {
    const { stdout } = await lineagraph(['check', '--quiet', '-f', 'concise'], {
      cwd: folderWith({ ...warned, ...broken, 'w.jsonl': [table('w'), table('w')] }),
    })
    expect(stdout.trim().split('\n')).toHaveLength(1)
  })

  test('lineagraph check prints the same bytes again, and prints no colours into a pipe', async () => {
    const folder = folderWith(broken)
    const [one, two] = [await lineagraph(['check', folder]), await lineagraph(['check', folder])]
    expect(one.stdout).toBe(two.stdout)
    expect(one.stdout).not.toContain('\u001b')
    expect(one.stderr).toBe('')
  })

  test('lineagraph check lets nothing of a run reach the terminal as an escape', async () => {
    const evil = '\u001b]0;owned\u0007\u001b[2J\u202e'
    const { stdout } = await lineagraph(['check'], {
      cwd: folderWith({
        'run.jsonl': [table('a'), edge('a', evil)],
        'other.jsonl': `${evil}\n{"databuilder_id"${evil}\n`,
      }),
    })
    expect(stdout).toContain('\\u001b]0;owned\\u0007')
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
  })

  test('a reader that goes away ends the command quietly', async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => ({ ...table(`t${i}`), entity_type: 'tabel' }))
    const folder = folderWith({ 'run.jsonl': lines })
    const bin = fileURLToPath(new URL('../bin/lineagraph.js', import.meta.url))
    const child = spawn(process.execPath, [bin, 'check', folder], { stdio: ['ignore', 'pipe', 'pipe'] })
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.stdout.once('data', () => child.stdout.destroy())
    const [code] = await once(child, 'close')
    expect([code, stderr]).toEqual([1, ''])
  })
})

describe('a reader that is gone from the start', () => {
  test.each([
    ['--help', ['check', '--help'], 0],
    ['what is wrong with a path', ['check', 'nope'], 3],
    ['what is wrong with an option', ['check', '--nope'], 2],
    ['findings', ['check'], 1],
  ])('ends the command quietly, with the same exit code: %s', async (_, args, code) => {
    const cwd = folderWith(broken)
    expect(await lineagraph(args, { cwd, gone: ['stdout', 'stderr'] })).toMatchObject({ code })
    const { stderr } = await lineagraph(args, { cwd, gone: ['stdout'] })
    expect(stderr).not.toMatch(/EPIPE|fault/)
  })
})

test('lineagraph --help and the help of each command teach by example', async () => {
  for (const args of [['--help'], ['check', '--help'], ['record', '--help'], ['export', '--help']]) {
    const { code, stdout } = await lineagraph(args)
    expect(code).toBe(0)
    expect(stdout).toMatch(/Examples?:\n {2}\$ /)
  }
  expect((await lineagraph([])).code).toBe(2)
})

test('lineagraph check --help says what presets mean, where the ids of rules come from, and the exit codes', async () => {
  const { stdout } = await lineagraph(['check', '--help'])
  for (const preset of PRESETS) expect(stdout).toMatch(new RegExp(`^ {2}${preset} {2,}\\w`, 'm'))
  expect(stdout).toMatch(/each finding names its rule/)
  for (const code of [0, 1, 2, 3, 4, 70]) expect(stdout).toMatch(new RegExp(`^ {2}${code} {2,}\\w`, 'm'))
  expect(stdout).not.toContain('[]')
})

test('lineagraph --version prints the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  expect((await lineagraph(['--version'])).stdout).toBe(`${version}\n`)
})

describe('lineagraph export', () => {
  test('-f json writes nodes, edges and findings; -o writes it to a file', async () => {
    const folder = folderWith(broken)
    const { code } = await lineagraph(['export', '-f', 'json', '-o', 'graph.json'], { cwd: folder })
    const graph = JSON.parse(readFileSync(join(folder, 'graph.json'), 'utf8'))
    expect(code).toBe(0)
    expect(graph.nodes.map(({ key, kind }: { key: string; kind: string }) => [key, kind])).toEqual([
      ['id:a', 'resource'],
      ['id:gone', 'missing'],
    ])
    expect(graph.edges).toEqual([
      { from: 'id:a', to: 'id:gone', places: [{ file: 'lineage.jsonl', line: 1 }], declarations: [0] },
    ])
    expect(graph.findings).toHaveLength(1)
  })

  test('into a folder that is not there is wrong usage, and leaves nothing behind', async () => {
    const folder = folderWith(clean)
    const { code, stderr } = await lineagraph(['export', '-f', 'json', '-o', 'no/graph.json'], {
      cwd: folder,
    })
    expect([code, existsSync(join(folder, 'no'))]).toEqual([2, false])
    expect(stderr).toContain("'no/graph.json' cannot be written")
  })

  test('-f FORMAT:FILE writes to the file too, and not beside -o', async () => {
    const cwd = folderWith(clean)
    const { code, stdout } = await lineagraph(['export', '-f', 'json:graph.json'], { cwd })
    expect([code, stdout]).toEqual([0, ''])
    expect(JSON.parse(readFileSync(join(cwd, 'graph.json'), 'utf8')).nodes).toHaveLength(2)
    const both = await lineagraph(['export', '-f', 'json:a.json', '-o', 'b.json'], { cwd })
    expect([both.code, readdirSync(cwd).filter((name) => /^[ab]\.json$/.test(name))]).toEqual([2, []])
  })

  test('of a run in which nothing is declared exits with 4 as check does, and leaves the last graph alone', async () => {
    const cwd = folderWith({ 'resources.jsonl': '', 'graph.json': 'the last one' })
    const [checked, exported] = [
      await lineagraph(['check'], { cwd }),
      await lineagraph(['export', '-f', 'json', '-o', 'graph.json'], { cwd }),
    ]
    expect([exported.code, exported.stderr]).toEqual([4, checked.stderr])
    expect(readFileSync(join(cwd, 'graph.json'), 'utf8')).toBe('the last one')
  })

  test('says in its help that findings are no failure', async () => {
    expect((await lineagraph(['export', '--help'])).stdout).toMatch(/do not change the exit code/)
  })

  test('without a format says which there are', async () => {
    expect((await lineagraph(['export'], { cwd: folderWith(clean) })).code).toBe(2)
  })
})

test('says beside the findings that a run broke off, alone and among many', async () => {
  const cwd = folderWith({
    'runs/a/resources.jsonl': [table('a')],
    'runs/a/incomplete.txt': '',
    'runs/b/resources.jsonl': [table('b')],
    'runs/b/incomplete/resources.jsonl': [table('c')],
    'runs/b/incomplete/incomplete.txt': '',
  })
  const remove = (run: string, mark: string) =>
    `  help: run the integration again, to its end; or, to take the run in 'runs/${run}' as it is, remove 'runs/${mark}'\n`
  const a = `lineagraph: the run in 'runs/a' broke off: what it declares is not all\n${remove('a', 'a/incomplete.txt')}`
  const b = `lineagraph: the last run into 'runs/b' broke off: 'runs/b' holds the one before it, and 'runs/b/incomplete' what was declared
${remove('b', 'b/incomplete/incomplete.txt')}`
  expect(await lineagraph(['check', 'runs/a'], { cwd })).toMatchObject({ code: 0, stderr: a })
  expect(await lineagraph(['check', 'runs/b/'], { cwd })).toMatchObject({ code: 0, stderr: b })
  expect(await lineagraph(['check', '--each', 'runs/*'], { cwd })).toMatchObject({ code: 0, stderr: a + b })
})
