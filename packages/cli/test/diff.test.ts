import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { edge, table } from './declarations.ts'
import { lineagraph } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

const before = {
  'resources.jsonl': [table('a'), table('b'), table('c')],
  'lineage.jsonl': [edge('a', 'b'), edge('b', 'c')],
}
const after = {
  'resources.jsonl': [table('c'), { ...table('b'), description: 'new' }],
  'lineage.jsonl': [edge('b', 'c')],
}
const inFolder = (folder: string, files: Readonly<Record<string, readonly unknown[]>>) =>
  Object.fromEntries(Object.entries(files).map(([name, lines]) => [`${folder}/${name}`, lines]))
const both = { ...inFolder('before', before), ...inFolder('after', after) }
const SAME = /nothing differs\n$/

/** A repository in which all that is there is committed. */
function repositoryWith(files: Parameters<typeof folderWith>[0]) {
  const cwd = folderWith(files)
  const git = (...words: string[]) => {
    const done = spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...words], {
      cwd,
      encoding: 'utf8',
    })
    expect([words, done.status, done.stderr]).toEqual([words, 0, expect.anything()])
  }
  const commit = () => {
    git('add', '-A')
    git('commit', '-q', '-m', 'x')
  }
  git('init', '-q', '-b', 'main')
  commit()
  return { cwd, git, commit }
}

describe('lineagraph diff BASE HEAD', () => {
  test('tells what differs, and exits with 0', async () => {
    const { code, stdout, stderr } = await lineagraph(['diff', 'before', 'after'], { cwd: folderWith(both) })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain("- table 'a': 2 tables downstream, 'b', 'c'\n")
    expect(stdout).toContain("~ table 'b': 1 table downstream, 'c'\n     description: unset → 'new'\n")
    expect(stdout).toMatch(/\nfrom before to after\n1 resource removed, 1 changed\n1 edge removed\n/)
  })

  test('finds nothing between a run and itself', async () => {
    const { code, stdout } = await lineagraph(
      ['diff', 'before', 'before', '--fail-on', 'removed,changed,new-findings,impact'],
      { cwd: folderWith(both) },
    )
    expect([code, stdout]).toEqual([0, expect.stringMatching(SAME)])
  })

  test('exits with 1 only where --fail-on names what there is, and says so', async () => {
    const cwd = folderWith(both)
    const run = (...words: string[]) => lineagraph(['diff', ...words], { cwd })
    expect(await run('before', 'after', '--fail-on', 'removed')).toMatchObject({
      code: 1,
      stderr: 'lineagraph: --fail-on removed: 2\n',
    })
    expect((await run('before', 'after', '--fail-on', 'new-findings')).code).toBe(0)
    expect(
      (await run('before', 'after', '--fail-on', 'new-findings', '--fail-on', 'impact,changed')).stderr,
    ).toBe('lineagraph: --fail-on changed: 1\nlineagraph: --fail-on impact: 2\n')
    expect((await run('after', 'before', '--fail-on', 'removed')).code).toBe(0)
  })

  test('writes every format, each to its file', async () => {
    const cwd = folderWith(both)
    const words = [
      'diff',
      'before',
      'after',
      '-f',
      'json',
      '-f',
      'markdown:comment.md',
      '-f',
      'text:diff.txt',
    ]
    const { stdout } = await lineagraph(words, { cwd })
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      base: { name: 'before', summary: { resources: 3 } },
      summary: { resources: { removed: 1, changed: 1 } },
      resources: { removed: [{ id: 'a', impact: { tables: 2 } }] },
    })
    expect(readFileSync(join(cwd, 'comment.md'), 'utf8')).toMatch(
      /^### lineagraph: from `before` to `after`\n/,
    )
    expect(readFileSync(join(cwd, 'diff.txt'), 'utf8')).toContain('Removed (1)\n')
  })

  test('takes one of the two from standard input', async () => {
    const input = [...before['resources.jsonl'], ...before['lineage.jsonl']].map(
      (line) => `${JSON.stringify(line)}\n`,
    )
    const { stdout } = await lineagraph(['diff', 'before', '-'], {
      cwd: folderWith(both),
      input: input.join(''),
    })
    expect(stdout).toMatch(SAME)
    expect(await lineagraph(['diff', '-', '-'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('comes only once'),
    })
  })

  test('checks both runs by the config file of the head and by the catalogs', async () => {
    const cwd = folderWith({
      'before/run.jsonl': [table('a')],
      'after/run.jsonl': [table('a'), edge('a', 'x')],
      'after/lineagraph.config.json': '{ "rules": { "lineage/dangling-internal": "off" } }',
    })
    const run = (...words: string[]) => lineagraph(['diff', ...words, '--fail-on', 'new-findings'], { cwd })
    expect((await run('before', 'after')).code).toBe(0)
    expect((await run('before', 'after', '--no-config')).code).toBe(1)
    expect(
      (await run('before', 'after', '--no-config', '--rule', 'lineage/dangling-internal=off')).code,
    ).toBe(0)
  })

  test.each([
    [
      'a format',
      ['a', 'b', '-f', 'html'],
      /there is no format 'html'\n {2}help: the formats are text, json, markdown/,
    ],
    [
      'what to fail on',
      ['a', 'b', '--fail-on', 'moved'],
      /--fail-on moved names nothing that can differ\n {2}help: .*removed, changed/,
    ],
    ['an option for a revision', ['--', '-x:b', 'b'], /'-x' is no revision\n {2}help: write REVISION:PATH/],
    ['one run alone', ['a'], /missing required argument 'head'/],
  ])('refuses %s that there is not', async (_, words, message) => {
    const { code, stderr } = await lineagraph(['diff', ...words], {
      cwd: folderWith({ 'b/run.jsonl': [table('a')] }),
    })
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)])
  })

  test('says of a run without declarations that nothing was compared', async () => {
    const cwd = folderWith({ ...both, 'none/x.txt': 'x' })
    for (const words of [
      ['none', 'after'],
      ['before', 'none'],
    ])
      expect(await lineagraph(['diff', ...words], { cwd })).toMatchObject({
        code: 4,
        stdout: '',
        stderr: expect.stringMatching(/in none\n/),
      })
  })
})

describe('lineagraph diff REVISION:PATH HEAD', () => {
  test('reads a run as it was, from any folder of the repository, and leaves nothing behind', async () => {
    const { cwd, commit } = repositoryWith(inFolder('out/run', before))
    for (const [name, lines] of Object.entries(after))
      writeFileSync(join(cwd, 'out/run', name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    commit()
    const TMPDIR = mkdtempSync(join(tmpdir(), 'lineagraph-test-'))
    onTestFinished(() => rmSync(TMPDIR, { recursive: true }))
    const run = async (folder: string, ...words: string[]) =>
      (await lineagraph(['diff', ...words], { cwd: join(cwd, folder), env: { TMPDIR } })).stdout
    const told = await run('.', 'HEAD~1:out/run', 'out/run')
    expect(told).toMatch(
      /\nfrom HEAD~1:out\/run to out\/run\n1 resource removed, 1 changed\n1 edge removed\n/,
    )
    const counted = (text: string) => text.split('\nfrom ')[1]!.replace(/^.*\n/, '')
    expect(counted(await run('out', 'HEAD~1:./run/', 'run'))).toBe(counted(told))
    expect(counted(await run('out/run', 'HEAD~1:out/run', '.'))).toBe(counted(told))
    expect(counted(await run('out/run', 'HEAD~1:.', '.'))).toBe(counted(told))
    expect(counted(await run('out', 'main~1:../out/run', 'HEAD:out/run'))).toBe(counted(told))
    expect(await run('out', 'main:out/run', 'run')).toMatch(SAME)
    expect(readdirSync(TMPDIR)).toEqual([])
  })

  test('takes one file, what is compressed, and the upload CSV, and no other file', async () => {
    const csv = 'col_name,database,schema,name\nid,d,s,t\n'
    const { cwd } = repositoryWith({
      'run/resources.jsonl': before['resources.jsonl'],
      'run/note.csv': 'a,b\n1,2\n',
      'run/more.csv': csv,
      'run/sub/x.jsonl': [table('z')],
      'run/note.txt': 'x',
    })
    rmSync(join(cwd, 'run/resources.jsonl'))
    const packed = before['resources.jsonl'].map((line) => `${JSON.stringify(line)}\n`).join('')
    writeFileSync(join(cwd, 'run/resources.jsonl.gz'), gzipSync(packed))
    const run = (...words: string[]) => lineagraph(['diff', ...words], { cwd })
    expect((await run('main:run', 'run')).stdout).toMatch(SAME)
    expect((await run('main:run/resources.jsonl', 'run/resources.jsonl.gz')).stdout).toMatch(SAME)
    expect((await run('main:run/resources.jsonl', 'run')).stdout).toMatch(/\d resources added/)
  })

  test('shows the lines of a finding that is fixed by the name of the revision', async () => {
    const { cwd } = repositoryWith({
      'run/lineage.jsonl': [edge('a', 'x')],
      'run/resources.jsonl': [table('a')],
    })
    writeFileSync(join(cwd, 'run/lineage.jsonl'), '')
    const { stdout } = await lineagraph(['diff', 'HEAD:run', 'run', '-f', 'json'], { cwd })
    expect(JSON.parse(stdout).findings.fixed[0].locations[0]).toMatchObject({
      file: 'HEAD:run/lineage.jsonl',
      line: 1,
    })
  })

  test('takes overrides of the config file for the place that a file has', async () => {
    const { cwd } = repositoryWith({
      'run/lineage.jsonl': [edge('a', 'x')],
      'run/resources.jsonl': [table('a'), table('x')],
      'lineagraph.config.json': JSON.stringify({
        overrides: [{ files: ['run/**'], rules: { 'lineage/dangling-internal': 'off' } }],
      }),
    })
    writeFileSync(join(cwd, 'run/resources.jsonl'), `${JSON.stringify(table('a'))}\n`)
    for (const words of [
      ['HEAD:run', 'run'],
      ['run', 'HEAD:run'],
    ]) {
      const { stdout } = await lineagraph(['diff', ...words, '-f', 'json'], { cwd })
      expect(JSON.parse(stdout).findings).toEqual({ new: [], fixed: [] })
    }
  })

  test('prefers what is really called so', async () => {
    const { cwd } = repositoryWith({ ...inFolder('run', before), ...inFolder('main:run', after) })
    expect((await lineagraph(['diff', 'main:run', 'run'], { cwd })).stdout).toMatch(
      /1 resource added, 1 changed/,
    )
  })

  test('says what is not there, and how to mend it', async () => {
    const { cwd } = repositoryWith({ ...inFolder('run', before), 'x.txt': 'x' })
    const outside = folderWith(both)
    const said = async (base: string, at = cwd, env = {}) => {
      const { code, stderr } = await lineagraph(['diff', base, join(cwd, 'run')], { cwd: at, env })
      expect([base, code, stderr]).toEqual([
        base,
        3,
        expect.stringMatching(/^lineagraph: .*\n {2}help: .*\n$/),
      ])
      return stderr
    }
    expect(await said('nope:run')).toContain("there is no revision 'nope'")
    expect(await said('HEAD~9:run')).toContain("there is no revision 'HEAD~9'")
    expect(await said('main:nope')).toContain("there is no 'nope' at the revision 'main'")
    expect(await said('main:run', outside)).toContain('git knows no repository here')
    expect(await said('main:run', cwd, { PATH: '/nowhere' })).toContain('no git to look for a revision')
    expect(await said('nope')).toContain("there is no file or folder 'nope'")
    expect(await said(':run')).toContain("there is no file or folder ':run'")
    expect(await said('--upload-pack=touch x;$(touch y):run'.replace(/^--/, 'a'))).toContain(
      'there is no revision',
    )
    expect(readdirSync(cwd).sort()).toEqual(['.git', 'run', 'x.txt'])
  })

  test('does not follow links of the history, and says so', async () => {
    const cwd = folderWith({ 'run/resources.jsonl': [table('a')], secret: 'x' })
    symlinkSync('../secret', join(cwd, 'run/lineage.jsonl'))
    const git = (...words: string[]) =>
      spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', ...words], { cwd })
    git('init', '-q', '-b', 'main')
    git('add', '-A')
    git('commit', '-qm', 'x')
    mkdirSync(join(cwd, 'other'))
    writeFileSync(join(cwd, 'other/run.jsonl'), `${JSON.stringify(table('a'))}\n`)
    expect(await lineagraph(['diff', 'main:run', 'other'], { cwd })).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(
        /'lineage.jsonl' is a link at 'main'.*\n {2}help: check the revision out/,
      ),
    })
  })
})
