import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lineagraph, type Circumstances } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

const IDS = 'lineagraph.ids.ndjson'
const PACKED = ['lineage.jsonl', IDS, 'resources.jsonl']

type Fields = Readonly<Record<string, unknown>>

const dashboard = (id: string, more: Fields = {}): Fields => ({
  entity_type: 'dashboard',
  databuilder_id: id,
  title: `Title of ${id}`,
  group: 'g',
  ...more,
})
const edge = (from: string, to: string): Fields => ({
  from_identifier: { type: 'internal_resource', databuilder_id: from },
  to_identifier: { type: 'internal_resource', databuilder_id: to },
})
/** As the SDK prints it: with fields that are not set. */
const printed = (fields: Fields): Fields => ({ ...fields, description: null, is_pk: false, owners: null })

const folderOf = (resources: readonly Fields[], lineage: readonly Fields[] = []): string =>
  folderWith({ 'out/resources.jsonl': resources, 'out/lineage.jsonl': lineage })
const pack = (cwd: string, args: readonly string[] = [], more: Circumstances = {}) =>
  lineagraph(['pack', 'out', ...args], { cwd, ...more })
/** Declares something else in a folder. */
const declare = (cwd: string, resources: readonly Fields[]): void =>
  writeFileSync(
    join(cwd, 'out/resources.jsonl'),
    resources.map((fields) => `${JSON.stringify(fields)}\n`).join(''),
  )
const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8')
const linesOf = (...path: readonly string[]): unknown[] =>
  read(...path)
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown)

describe('lineagraph pack', () => {
  test('writes each resource and each edge once, in their order and without unset fields', async () => {
    const [a, b] = [dashboard('__proto__', { title: 'Größe' }), dashboard('b')]
    const run = [printed(a), printed(b), printed(a), edge('b', '__proto__'), edge('b', '__proto__')]
    const cwd = folderWith({ 'out/run.jsonl': run })
    const { code, stdout, stderr } = await pack(cwd)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('2 warnings in 3 resources, 2 edges')
    expect(stdout).toContain(
      "packed 2 resources and 1 line of lineage into 'upload/resources.jsonl' and 'upload/lineage.jsonl'\n" +
        `the next pack compares its ids with 'upload/${IDS}': keep that file with the code\n`,
    )
    expect(readdirSync(join(cwd, 'upload')).sort()).toEqual(PACKED)
    expect(read(cwd, 'upload/resources.jsonl')).toBe(`${JSON.stringify(a)}\n${JSON.stringify(b)}\n`)
    expect(linesOf(cwd, 'upload/lineage.jsonl')).toEqual([edge('b', '__proto__')])
  })

  test('keeps a number as it was declared where JavaScript would round it', async () => {
    const line = (order: string) =>
      `{"entity_type":"dashboard","databuilder_id":"${order}","title":"t","group":"g","sort_order":${order},"owners":null}\n`
    const [rounded, exact] = [line('9007199254740993'), line('9007199254740992')]
    const cwd = folderWith({ 'out/resources.jsonl': rounded + exact })
    expect((await pack(cwd)).code).toBe(0)
    expect(read(cwd, 'upload/resources.jsonl')).toBe(rounded + exact.replace(',"owners":null', ''))
  })

  test('packs what was packed to the same bytes, into a folder that it makes', async () => {
    const cwd = folderOf([printed(dashboard('a'))], [edge('a', 'a')])
    expect((await pack(cwd, ['--rule', 'lineage/no-self=off', '-o', 'one'])).code).toBe(0)
    const again = ['pack', 'one', '--rule', 'lineage/no-self=off', '--out', 'two/deep/']
    expect((await lineagraph(again, { cwd })).code).toBe(0)
    for (const name of PACKED) expect(read(cwd, 'two/deep', name)).toBe(read(cwd, 'one', name))
  })

  test('reads what an integration prints', async () => {
    const cwd = folderWith({})
    const input = `signing in\n${JSON.stringify(printed(dashboard('a')))}\ndone\n`
    const { code, stdout } = await lineagraph(['pack', '-'], { cwd, input })
    expect([code, stdout.split('\n')[1]]).toEqual([
      0,
      "packed 1 resource and 0 lines of lineage into 'upload/resources.jsonl' and 'upload/lineage.jsonl'",
    ])
    expect(linesOf(cwd, 'upload/resources.jsonl')).toEqual([dashboard('a')])
    expect(read(cwd, 'upload/lineage.jsonl')).toBe('')
  })

  test('refuses a run with an error, shows it, and leaves all as it was', async () => {
    const cwd = folderOf([dashboard('a')])
    await pack(cwd)
    const before = PACKED.map((name) => read(cwd, 'upload', name))
    writeFileSync(join(cwd, 'out/lineage.jsonl'), `${JSON.stringify(edge('a', 'gone'))}\n`)
    const { code, stdout, stderr } = await pack(cwd)
    expect([code, stderr]).toEqual([
      1,
      "lineagraph: nothing is packed: the run has errors; 'upload' is as it was\n",
    ])
    expect(stdout).toContain("lineage/dangling-internal   'gone' is used in lineage but never declared")
    expect(PACKED.map((name) => read(cwd, 'upload', name))).toEqual(before)
    expect((await pack(cwd, ['-o', 'new'])).code).toBe(1)
    expect(readdirSync(cwd).sort()).toEqual(['out', 'upload'])
    expect((await pack(cwd, ['--rule', 'lineage/dangling-internal=warning'])).code).toBe(0)
  })

  test('shows the ids that are gone since the last pack, with a new id where the rest is equal', async () => {
    const chart = (id: string, parent: string): Fields => ({
      entity_type: 'chart',
      databuilder_id: id,
      parent_databuilder_id: parent,
      title: 'Chart',
      product: 'p',
    })
    const cwd = folderOf([dashboard('a', { title: 'A' }), chart('a.1', 'a'), dashboard('b'), dashboard('c')])
    await pack(cwd)
    declare(cwd, [
      { ...dashboard('c'), entity_type: 'dashboard_group' },
      chart('z.1', 'z'),
      dashboard('z', { title: 'A' }),
    ])
    const { code, stdout } = await pack(cwd, ['--preset', 'minimal'])
    expect(code).toBe(0)
    expect(stdout.slice(stdout.indexOf('3 ids')))
      .toBe(`3 ids of the last pack are gone; in Secoda they go stale, and what was written about them there does not move to another id
  dashboard 'a' → 'z'? That is new, and equal in all but its id
  chart 'a.1' → 'z.1'? That is new, and equal in all but its id
  dashboard 'b'
1 id means another type of thing than in the last pack
  'c' was dashboard, and is dashboard_group
packed 3 resources and 0 lines of lineage into 'upload/resources.jsonl' and 'upload/lineage.jsonl'
`)
    expect((await pack(cwd, ['--preset', 'minimal'])).stdout).not.toContain('gone') // it is the last pack that counts
  })

  test('with --keep-ids packs nothing where an id is gone, until all are there again', async () => {
    const cwd = folderOf([dashboard('a'), dashboard('b')])
    expect((await pack(cwd, ['--keep-ids'])).code).toBe(0)
    const before = read(cwd, 'upload', IDS)
    declare(cwd, [dashboard('a')])
    const { code, stdout, stderr } = await pack(cwd, ['--keep-ids'])
    expect([code, stderr]).toEqual([
      1,
      "lineagraph: nothing is packed: with --keep-ids, all ids of the last pack must stay; 'upload' is as it was\n",
    ])
    expect(stdout).toContain('1 id of the last pack is gone; in Secoda they go stale')
    expect([read(cwd, 'upload', IDS), readdirSync(join(cwd, 'upload')).sort()]).toEqual([before, PACKED])
    declare(cwd, [dashboard('b'), dashboard('new'), dashboard('a')])
    expect((await pack(cwd, ['--keep-ids'])).code).toBe(0)
  })

  test('compares ids also where the packed files themselves are not kept', async () => {
    const cwd = folderOf([dashboard('a'), dashboard('b')])
    await pack(cwd)
    for (const name of PACKED) if (name !== IDS) rmSync(join(cwd, 'upload', name))
    declare(cwd, [dashboard('b')])
    expect((await pack(cwd)).stdout).toContain("  dashboard 'a'\n")
  })

  test('refuses a run that broke off, says how to mend it, and leaves all as it was', async () => {
    const script = `console.log(${JSON.stringify(JSON.stringify(printed(dashboard('b'))))}); process.exitCode = Number(process.env.CODE)`
    const cwd = folderWith({ 'run.mjs': script })
    const record = (code: number) =>
      lineagraph(['record', '--', process.execPath, 'run.mjs'], { cwd, env: { CODE: String(code) } })
    await record(1)
    const first = await pack(cwd)
    expect([first.code, first.stderr]).toEqual([
      1,
      "lineagraph: nothing is packed: the run in 'out' broke off: what it declares is not all; 'upload' is as it was\n" +
        "  help: run the integration again, to its end; or, to take the run in 'out' as it is, remove 'out/incomplete.txt'\n",
    ])
    expect(readdirSync(cwd).sort()).toEqual(['out', 'run.mjs'])
    expect((await lineagraph(['pack', 'out/resources.jsonl', '--quiet'], { cwd })).code).toBe(1)

    await record(0)
    expect((await pack(cwd)).code).toBe(0)
    await record(1)
    const { code, stderr } = await pack(cwd)
    expect([code, stderr]).toEqual([
      1,
      "lineagraph: nothing is packed: the last run into 'out' broke off: 'out' holds the one before it, and 'out/incomplete' what was declared; 'upload' is as it was\n" +
        "  help: run the integration again, to its end; or, to take the run in 'out' as it is, remove 'out/incomplete/incomplete.txt'\n",
    ])
    expect((await lineagraph(['pack', 'out/incomplete'], { cwd })).code).toBe(1)
    rmSync(join(cwd, 'out/incomplete/incomplete.txt'))
    expect((await pack(cwd)).code).toBe(0)
  })

  test('takes the place of a run that broke off in the folder of the upload', async () => {
    const cwd = folderWith({ 'out/a.jsonl': [dashboard('a')], 'upload/incomplete.txt': 'broke off' })
    expect((await pack(cwd)).code).toBe(0)
    expect(readdirSync(join(cwd, 'upload')).sort()).toEqual(PACKED)
  })

  test('packs in place, unless another file of the run lies there', async () => {
    const cwd = folderOf([printed(dashboard('a'))])
    expect((await pack(cwd, ['-o', 'out'])).code).toBe(0)
    expect(linesOf(cwd, 'out/resources.jsonl')).toEqual([dashboard('a')])
    writeFileSync(join(cwd, 'out/more.jsonl'), `${JSON.stringify(dashboard('b'))}\n`)
    const { code, stderr } = await pack(cwd, ['-o', './out/'])
    expect(code).toBe(2)
    expect(stderr).toContain("'out/more.jsonl' is a file of the run and lies in './out/'")
    expect(linesOf(cwd, 'out/resources.jsonl')).toEqual([dashboard('a')])
  })

  test.each([
    ['no declaration', { 'out/a.jsonl': 'hello\n' }, [], 4, 'nothing was checked'],
    ['a path that is not there', {}, [], 3, "there is no file or folder 'out'"],
    ['no folder to write to', { 'out/a.jsonl': [dashboard('a')] }, ['-o', ''], 2, '--out names no folder'],
    ['a file in its place', { 'out/a.jsonl': [dashboard('a')], f: '' }, ['-o', 'f'], 2, "'f' is a file"],
    [
      'a list of ids that is none',
      { 'out/a.jsonl': [dashboard('a')], [`upload/${IDS}`]: '<<<<<<< HEAD\n' },
      [],
      2,
      `upload/${IDS}:1: this is no list of ids`,
    ],
    [
      'an upload CSV',
      { 'out/t.csv': 'col_name,name,database,schema\na,t,d,s\n' },
      ['--preset', 'minimal'],
      2,
      "'out/t.csv' is Secoda's upload CSV",
    ],
  ])('ends on %s, and says how to mend it', async (_, files, args, code, text) => {
    const cwd = folderWith(files)
    const outcome = await pack(cwd, args)
    expect([outcome.code, outcome.stderr]).toEqual([code, expect.stringContaining(text)])
    expect(outcome.stderr).toContain('\n  help: ')
    expect(readdirSync(cwd).sort()).toEqual(
      [...new Set(Object.keys(files).map((path) => path.replace(/\/.*/, '')))].sort(),
    )
  })

  test('leaves the folder as it was where one of the files cannot be written', async () => {
    const cwd = folderOf([dashboard('a')])
    mkdirSync(join(cwd, 'upload/lineage.jsonl'), { recursive: true })
    const { code, stderr } = await pack(cwd)
    expect([code, stderr]).toEqual([2, expect.stringContaining("'upload/lineage.jsonl' is a folder")])
    expect(readdirSync(join(cwd, 'upload'))).toEqual(['lineage.jsonl'])
  })
})
