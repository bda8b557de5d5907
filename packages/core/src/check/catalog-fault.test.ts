import { describe, expect, test } from 'vitest'
import { workspaceOf } from '../../test/catalog-of.ts'
import { runOf, resource, type Files } from '../../test/run-of.ts'
import { buildGraph, bytesSource, check, readRun, type Finding } from '../index.ts'

const inputFindings = async (files: Files): Promise<readonly Finding[]> =>
  check(buildGraph(await workspaceOf(files))).findings

/** What a finding says, and what it marks. */
async function firstOf(text: string): Promise<{ finding: Finding; marked: string }> {
  const [finding] = await inputFindings({ catalog: text })
  const { line, column, endColumn } = finding!.locations[0]!
  return { finding: finding!, marked: text.split('\n')[line - 1]!.slice(column - 1, endColumn - 1) }
}

describe('a fault in a catalog is an input finding with its place there', () => {
  test.each([
    [
      'a line without a table',
      '{"table": "a"}\n{"schema": "s", "tabel": "b"}\n',
      2,
      'without a table',
      "did you mean 'table' in place of 'tabel'?",
    ],
    ['an empty table', '{"table": ""}\n', 1, 'an empty string as table', 'write {"database"'],
    ['a table that is null', '{"schema": "s", "table": null}\n', 1, 'null as table', 'write {"database"'],
    ['other text', '{"table": "a"}\nhello\n', 2, 'text that is not JSON', 'leave out'],
    ['another JSON value', '{"table": "a"}\n\n5\n', 3, 'the number 5 in JSON', 'leave out'],
    ['a row without a table', 'schema,table\ns,a\ns,\n', 3, 'an empty cell', 'leave out'],
    [
      'a header without a column for tables',
      'schema,tabel\ns,a\n',
      1,
      "the header is 'schema', 'tabel'",
      "did you mean 'table' in place of 'tabel'?",
    ],
    [
      'text that is nothing',
      'hello\nworld\n',
      1,
      "the header is 'hello'",
      "name the column 'table' or 'table_name' or 'name'",
    ],
    [
      'another JSON document',
      '{"metadata": {}, "results": [], "elapsed_time": 1}',
      1,
      "the fields 'metadata', 'results', 'elapsed_time'",
      'manifest.json',
    ],
    [
      'a document with a name misspelled',
      '{\n"node": {"a": {}}\n}',
      1,
      "the fields 'node'",
      "did you mean 'nodes' in place of 'node'?",
    ],
    [
      'a node that is no object',
      '{"nodes": {\n"model.x": 5}}',
      2,
      "'nodes.model.x': the catalog names no table here: it is the number 5",
      'leave out',
    ],
    [
      'a node without a name',
      '{"nodes": {\n"model.x": {"resource_type": "model"}}}',
      2,
      "'nodes.model.x': the catalog names no table here: it is a relation without a name",
      'leave out',
    ],
  ])('%s', async (_, text, line, what, help) => {
    const [finding, ...others] = await inputFindings({ 'x/catalog': text })
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      rule: 'input/not-a-declaration',
      severity: 'error',
      subject: { kind: 'file', file: 'x/catalog' },
      message: expect.stringContaining(what),
      help: expect.stringContaining(help),
      locations: [{ file: 'x/catalog', line }],
    })
  })

  test.each([
    [
      'a part of a wrong type',
      '{"schema": 5, "table": "a"}',
      "'schema' in a catalog is the number 5, and must be a string",
      '5',
    ],
    ['a table of a wrong type', '{"table": ["a"]}', "'table' in a catalog is a list", '["a"]'],
    [
      'columns of a wrong type',
      '{"table": "a", "columns": "x,y"}',
      "'columns' in a catalog is the string",
      '"x,y"',
    ],
    [
      'a column without a name',
      '{"table": "a", "columns": ["x", {"type": "int"}, 7]}',
      "'columns[1]' in a catalog is an object",
      '{"type": "int"}',
    ],
    [
      'a title of a wrong type',
      '{"entity_type": "table", "databuilder_id": "a", "title": 1}',
      "'title' in a catalog is the number 1",
      '1',
    ],
    [
      'an unknown type of resource',
      '{"entity_type": "tabel", "databuilder_id": "a"}',
      `'entity_type' in a catalog is the string "tabel"`,
      '"tabel"',
    ],
    [
      'a part of a wrong type in a list',
      '[{"schema": 5, "table": "a"}]',
      "'schema' in a catalog is the number 5",
      '5',
    ],
  ])('%s is marked', async (_, text, message, mark) => {
    const { finding, marked } = await firstOf(text)
    expect([finding.rule, finding.message, marked.endsWith(mark) || marked.includes(mark)]).toEqual([
      'input/not-a-declaration',
      expect.stringContaining(message),
      true,
    ])
  })

  test.each([
    ['a broken line', '{"table": "a"}\n{"table": "b",}\n', 2, 15, 'the line is not JSON'],
    [
      'a value in a document',
      '{"nodes": {\n "x": {"resource_type": "model",\n "é": tru} } }',
      3,
      7,
      'at byte 53',
    ],
    [
      'the form of a document',
      '{"metadata": {},\n "nodes": {} "sources": {}}',
      2,
      14,
      "expected ',' or '}', found '\"'",
    ],
    ['documents one after another', '{\n"table": "a"\n}\n{\n"table": "b"\n}', 4, 1, 'expected nothing more'],
    ['a Python dict', "{'table': 'a'}\n", 1, 2, 'Python dict'],
  ])('input/invalid-json: %s', async (_, text, line, column, message) => {
    const [finding, ...others] = await inputFindings({ catalog: text })
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      rule: 'input/invalid-json',
      message: expect.stringContaining(message),
      locations: [{ file: 'catalog', line, column }],
    })
  })

  test.each([
    ['a document that is cut', '{\n"nodes": {"a": {"resource_type"', 2, 31],
    ['a line that is cut', '{"table": "a"}\n{"table": "b', 2, 12],
    ['a row that is cut', 'schema,table\ns,a\nsch', 3, 3],
  ])('input/truncated: %s', async (_, text, line, column) => {
    expect(await inputFindings({ catalog: text })).toMatchObject([
      { rule: 'input/truncated', locations: [{ line, column }], help: expect.stringContaining('catalog') },
    ])
  })

  test.each([
    ['a line', '{"table": "a"}\n{"table": "caf\xe9"}\n', 2, 15],
    ['a document', '{"sources": {\n"x": {"resource_type": "source",\n"name": "caf\xe9"}}}', 3, 13],
    ['a row', 'table\ncaf\xe9\n', 2, 4],
  ])('input/invalid-encoding: %s stands, with the byte that is not UTF-8', async (_, text, line, column) => {
    const run = await readRun([], { workspace: [bytesSource('catalog', Buffer.from(text, 'latin1'))] })
    expect(check(buildGraph(run)).findings).toMatchObject([
      { rule: 'input/invalid-encoding', locations: [{ line, column }] },
    ])
    expect(run.strings.find('caf\ufffd')).toBeGreaterThanOrEqual(0)
  })

  test('input/line-too-long: the lines around it are read', async () => {
    const text = `{"table": "a"}\n{"table": "${'x'.repeat(65 << 20)}"}\n{"table": "b"}\n`
    const run = await workspaceOf({ 'a.jsonl': text })
    expect(check(buildGraph(run)).findings).toMatchObject([
      { rule: 'input/line-too-long', locations: [{ line: 2 }] },
    ])
    expect(run.catalog!.tables.size).toBe(2)
  })

  test('a quote that is never closed loses no row', async () => {
    const text = 'schema,table\ns,"a\ns,b\n'
    const run = await workspaceOf({ 'a.csv': text })
    const { findings } = check(buildGraph(run))
    expect(findings).toMatchObject([
      { locations: [{ line: 2, column: 3 }], message: expect.stringContaining('never closed') },
    ])
    expect(run.catalog!.tables.size).toBe(2)
  })

  test('costs nothing else: what is usable is taken in', async () => {
    const run = await workspaceOf({
      'a.jsonl': '{"table": "a", "schema": 5}\nnonsense\n{"table": "b", "columns": [1, "x"]}\n{"table": "c"',
      'b.json':
        '{"nodes": {"x": {"resource_type": "model", "name": "d", "schema": {}}, "y": {"a": tru}, "z": {"resource_type": "seed", "name": "e"}}}',
    })
    expect([run.catalog!.tables.size, run.catalog!.columns.size, run.problems.length]).toEqual([4, 1, 6])
  })

  test('has a fingerprint that the run beside it does not change', async () => {
    const bad = bytesSource('b.jsonl', new TextEncoder().encode('nonsense\n{"table": "a"}\n'))
    const fingerprints = async (sources: readonly (typeof bad)[]): Promise<string[]> =>
      check(buildGraph(await readRun(sources, { workspace: [bad] })))
        .findings.filter(({ locations }) => locations[0]!.file === 'b.jsonl')
        .map(({ fingerprint }) => fingerprint)
    const run = bytesSource('a.jsonl', new TextEncoder().encode('nonsense\n'))
    expect(await fingerprints([run])).toEqual(await fingerprints([]))
  })
})

describe('input/empty in a catalog', () => {
  const empty = async (files: Files): Promise<string[]> =>
    (await inputFindings(files))
      .filter(({ rule }) => rule === 'input/empty')
      .map(({ locations }) => locations[0]!.file)
  const dashboard = resource('d', 'dashboard')
  const table = resource('t')

  test.each([
    ['an empty file', { 'a.jsonl': '' }, ['a.jsonl']],
    ['a header without rows', { 'a.csv': 'table\n' }, ['a.csv']],
    ['a document without tables', { 'a.json': '{"nodes": {}, "sources": {}}' }, ['a.json']],
    ['an empty list', { 'a.json': '[]' }, ['a.json']],
    ['a run without tables', { 'a/run.jsonl': [dashboard] }, ['a/run.jsonl']],
    ['an empty file beside tables', { 'a/x.csv': '', 'a/y.jsonl': [table] }, ['a/x.csv']],
    [
      'dashboards in another folder than tables',
      { 'a/x.jsonl': [dashboard], 'b/y.jsonl': [table] },
      ['a/x.jsonl'],
    ],
    ['not dashboards beside tables', { 'a/x.jsonl': [dashboard], 'a/y.jsonl': [table] }, []],
    ['not an empty lineage file beside tables', { 'a/lineage.jsonl': '', 'a/y.jsonl': [table] }, []],
    ['not a file with another finding', { 'a.jsonl': 'nonsense' }, []],
  ])('%s', async (_, files, expected) => {
    expect(await empty(files as Files)).toEqual(expected)
  })

  test('does not change the fingerprint of an empty file of the run', async () => {
    const fingerprint = async (workspace: Parameters<typeof readRun>[0]): Promise<string> => {
      const run = await readRun([bytesSource('out/a.jsonl', new Uint8Array())], { workspace })
      return check(buildGraph(run)).findings.find(({ message }) => message.startsWith('the file'))!
        .fingerprint
    }
    expect(await fingerprint([bytesSource('elsewhere/b.jsonl', new Uint8Array())])).toBe(
      await fingerprint([]),
    )
  })
})

test('a catalog changes no figure of the summary', async () => {
  const { summary } = check(buildGraph(await workspaceOf({ 'a.jsonl': [resource('t'), { table: 'b' }] })))
  const none = check(buildGraph(await runOf({}))).summary
  expect(summary).toEqual(none)
})

test('the findings of a run and its catalogs come in the order of their files', async () => {
  const nonsense = (name: string) => bytesSource(name, new TextEncoder().encode('{"table": "x"}\nnonsense\n'))
  const run = await readRun([nonsense('b.jsonl')], { workspace: [nonsense('c.jsonl'), nonsense('a.jsonl')] })
  const { findings } = check(buildGraph(run))
  expect(findings.map(({ locations }) => [locations[0]!.file, locations[0]!.line])).toEqual([
    ['a.jsonl', 2],
    ['b.jsonl', 1],
    ['b.jsonl', 2],
    ['c.jsonl', 2],
  ])
})
