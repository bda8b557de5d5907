import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DirectedGraph } from 'graphology'
import { expect, test } from 'vitest'
import { edge, table } from './declarations.ts'
import { lineagraph } from './run-command.ts'
import { folderWith } from './temporary-folder.ts'

const HOSTILE = `a, "b"+1 'c':\n\u001b[2J`

const run = () =>
  folderWith({
    'resources.jsonl': [
      { ...table('1'), title: 'orders' },
      { ...table('2'), title: 'orders', schema: 'archive' },
      { ...table('3'), title: 'daily' },
      { entity_type: 'column', databuilder_id: '1.id', title: 'id', parent_databuilder_id: '1' },
      { entity_type: 'column', databuilder_id: '3.id', title: 'id', parent_databuilder_id: '3' },
      { ...table(HOSTILE), title: 'strange' },
      table('__proto__'),
    ],
    'lineage.jsonl': [
      edge('1.id', '3.id'),
      edge('3', HOSTILE),
      edge(HOSTILE, '__proto__'),
      edge('__proto__', 'gone'),
    ],
  })

const query = (args: readonly string[], cwd = run()) => lineagraph(['query', ...args], { cwd })

test('lineagraph query downstream NAME prints a tree, of the run in the current folder or in a path', async () => {
  const { code, stdout, stderr } = await query(['downstream', 'daily'])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toBe(`\
daily  (table, id:3)
└─ strange  (table, id:"a, \\"b\\"+1 'c':\\n\\u001b[2J")
   └─ __proto__  (table, id:__proto__)
      └─ gone  (not declared, id:gone)

3 (table 2, not declared 1) downstream of daily
`)
  const folder = run()
  expect(await lineagraph(['query', 'downstream', 's.daily', folder, '--depth', '1'])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('1 (table 1) downstream of daily within 1 hop'),
  })
})

test('lineagraph query takes any id as it stands, and as its own output writes it', async () => {
  const folder = run()
  const plain = await query(['upstream', HOSTILE], folder)
  expect(plain).toMatchObject({ code: 0, stdout: expect.stringContaining('1 (table 1) upstream of strange') })
  const written = /\(table, (id:.*)\)$/m.exec(plain.stdout)![1]!
  expect(await query(['upstream', written], folder)).toEqual(plain)
  expect((await query(['focus', `${written},type:table`, '-f', 'csv'], folder)).stdout.split('\n')[1]).toBe(
    `"id:${HOSTILE.replaceAll('"', '""').split('\n')[0]}`,
  )
  expect((await query(['downstream', '__proto__'], folder)).stdout).toMatch(/^1 \(not declared 1\)/m)
})

test('lineagraph query lists what a name may mean, and exits with 2', async () => {
  const { code, stdout, stderr } = await query(['upstream', 'orders'])
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toBe(`\
lineagraph: 'orders' names 2 things
  help: name the one that is meant:
    id:1  d.s.orders  (table)
    id:2  d.archive.orders  (table)
`)
  expect(await query(['upstream', 'nobody'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("nothing is named 'nobody'"),
  })
})

test('lineagraph query path shows the shortest, and with --level table that between tables', async () => {
  const folder = run()
  const columns = await query(['path', 'archive.orders', '3', folder])
  expect(columns).toMatchObject({ code: 0, stdout: 'no path from orders to daily\n', stderr: '' })
  const far = await query(['path', '1', '__proto__', folder])
  expect(far).toMatchObject({
    code: 0,
    stdout: 'no path from orders to __proto__\n',
    stderr: 'lineagraph: there is an answer where columns count as their tables: add --level table\n',
  })
  const tables = await query(['path', '1', '__proto__', folder, '--level', 'table', '--all'])
  expect(tables.stdout).toMatch(/^1 path from orders to __proto__, the shortest of 3 hops$/m)
})

test('lineagraph query says where there is more if columns count as their tables, but not of a column', async () => {
  const folder = run()
  expect(await query(['downstream', '1', folder])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('1 (column 1) downstream of orders'),
    stderr: 'lineagraph: there are 3 more where columns count as their tables: add --level table\n',
  })
  for (const args of [
    ['downstream', '1', folder, '--level', 'table'],
    ['downstream', '1.id', folder],
    ['downstream', '3', folder],
  ])
    expect((await query(args)).stderr).toBe('')
})

test('lineagraph query suggests the name, type, schema or finding that was meant', async () => {
  const folder = run()
  for (const [args, near] of [
    [['upstream', 'dayli'], 'daily'],
    [['upstream', 'arhive.orders'], 'archive.orders'],
    [['path', 'daily', 'stange'], 'strange'],
    [['upstream', 'daily', '--type', 'tabel'], 'table'],
    [['focus', 'type:table,shema'], undefined],
    [['focus', 'schema:archiv'], 'archive'],
    [['focus', 'type:table -finding:lineage/no-cylce'], 'lineage/no-cycle'],
    [['focus', '2+strage'], 'strange'],
  ] as const) {
    const { code, stderr } = await query(args, folder)
    expect([args, code]).toEqual([args, 2])
    if (near === undefined) expect(stderr).not.toContain('did you mean')
    else expect(stderr).toContain(`did you mean '${near}'?`)
  }
})

test('lineagraph query and export say that a run is cut or broke off, and answer from what there is', async () => {
  const folder = folderWith({
    'run.jsonl': `${JSON.stringify(table('1'))}\n${JSON.stringify(table('2'))}\n${JSON.stringify(edge('1', '2'))}\n{"entity_type": "ta`,
    'incomplete.txt': 'broke off\n',
  })
  for (const args of [
    ['query', 'roots', folder],
    ['query', 'stats', folder],
    ['export', folder, '-f', 'dot'],
    ['diff', folder, folder],
  ]) {
    const { code, stderr } = await lineagraph(args, { cwd: folder })
    expect([args, code]).toEqual([args, 0])
    expect(stderr).toContain('broke off')
    if (args[0] !== 'diff') expect(stderr).toMatch(/run\.jsonl' is cut: .* lineagraph check shows where\n/)
  }
})

test('lineagraph query says what is wrong where the name was forgotten, or begins with a minus', async () => {
  const folder = run()
  const elsewhere = folderWith({})
  for (const args of [
    ['upstream', folder],
    ['focus', '-orders', folder],
  ])
    expect(await query(args, elsewhere)).toMatchObject({
      code: 4,
      stderr: expect.stringMatching(/the name comes first.* what begins with a minus stands behind --/),
    })
  expect(await query(['upstream', '-x', folder])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/unknown option '-x'\n.*what begins with a minus stands behind --/),
  })
  expect(await query(['focus', '--', '-type:column', folder])).toMatchObject({ code: 0, stderr: '' })
})

test('lineagraph query roots, leaves, cycles and stats answer about the whole run', async () => {
  const folder = run()
  expect((await query(['roots'], folder)).stdout).toMatch(
    /^daily .+\norders\.id .+\n\n2 \(column 1, table 1\) that nothing feeds\n$/s,
  )
  expect((await query(['leaves', '--level', 'table'], folder)).stdout).toMatch(/^gone .+\n\n1 /)
  expect((await query(['cycles'], folder)).stdout).toBe('no lineage runs in a circle\n')
  expect((await query(['stats', '-f', 'csv'], folder)).stdout).toContain('"by_type.table",5\n')
})

test('lineagraph query focus takes a selector; several meanings of a name are all taken, and told', async () => {
  const { code, stdout, stderr } = await query(['focus', 'orders,type:table finding:error'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^3 \(table 2, not declared 1\) selected$/m)
  expect(stderr).toMatch(/'orders' means 2 things, and all are taken: id:1, id:2/)
})

test('lineagraph query focus says where a selector is wrong', async () => {
  expect(await query(['focus', 'a,,b'])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/selector a,,b, character 3: a name is expected here\n {2}help: /),
  })
})

test('lineagraph query -f writes json, csv, or a part of the graph in a form of export', async () => {
  const folder = run()
  const { stdout } = await query(['downstream', '3', '-f', 'json'], folder)
  expect(JSON.parse(stdout)).toMatchObject({
    version: 1,
    query: { kind: 'downstream', of: 'id:3' },
    count: 3,
  })
  const part = await query(['downstream', '3', '-f', 'graphology', '-o', 'part.json'], folder)
  expect(part).toMatchObject({ code: 0, stdout: '' })
  const graph = DirectedGraph.from(JSON.parse(readFileSync(join(folder, 'part.json'), 'utf8')))
  expect(new Set(graph.nodes())).toEqual(
    new Set(['id:3', 'id:3.id', `id:${HOSTILE}`, 'id:__proto__', 'id:gone']),
  )
  expect(graph.size).toBe(3)
  const two = await query(['downstream', '3', '-f', 'neo4j', '-o', 'neo4j'], folder)
  expect(two.code).toBe(0)
  expect(readFileSync(join(folder, 'neo4j/nodes.csv'), 'utf8').trim()).not.toBe('')
})

test('lineagraph query refuses what it does not know, and exits as other commands do', async () => {
  const folder = run()
  for (const [args, code, said] of [
    [['upstream'], 2, "missing required argument 'name'"],
    [['upstream', '3', '--level', 'row'], 2, "there is no level 'row'"],
    [['upstream', '3', '--depth', '-1'], 2, '--depth -1 is no count'],
    [['upstream', '3', '--type', 'tabel'], 2, "nothing is of the type 'tabel'"],
    [['roots', '-f', 'yaml'], 2, "there is no format 'yaml'"],
    [['roots', 'nowhere'], 3, 'nowhere'],
    [['roots', folderWith({ 'a.jsonl': 'nothing\n' })], 4, 'no declaration found'],
  ] as const) {
    const outcome = await query(args, folder)
    expect([args, outcome.code, outcome.stdout]).toEqual([args, code, ''])
    expect(outcome.stderr).toContain(said)
  }
})
