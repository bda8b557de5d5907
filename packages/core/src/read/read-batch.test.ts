import { describe, expect, test } from 'vitest'
import { reportOf, runOf } from '../../test/run-of.ts'
import { buildGraph, check, readRun, bytesSource } from '../index.ts'

const TABLE =
  '{"entity_type": "table", "databuilder_id": "t", "title": "t", "schema": "s", "database": "d"}\n'
const rulesOf = async (text: string) =>
  (await reportOf({ 'run.jsonl': text })).findings.map(({ rule }) => rule)
const messagesOf = async (text: string) =>
  (await reportOf({ 'run.jsonl': text })).findings.map(({ message }) => message)

async function printed(text: string) {
  const source = { ...bytesSource('<stdin>', new TextEncoder().encode(text)), printed: true }
  return check(buildGraph(await readRun([source]))).findings.map(({ rule, message }) => `${rule} ${message}`)
}

describe('what Python prints in place of JSON', () => {
  test.each([
    ['a dict', `{'entity_type': 'table', 'databuilder_id': 'x', 'title': None}`, 'dict'],
    ['a list of dicts', `[{'entity_type': 'table', 'databuilder_id': 'x'}]`, 'dict'],
    ['a pydantic object', `entity_type='table' databuilder_id='x' title=''`, 'object'],
    ['the repr of one', `Resource(entity_type='table', databuilder_id='x')`, 'object'],
    ['a list of those', `[secodadk.Resource(entity_type='table', databuilder_id="it's")]`, 'object'],
    [
      'lineage',
      `from_identifier=InternalResource(type='internal_resource', databuilder_id='x') to_identifier=None`,
      'object',
    ],
    ['None in JSON', `{"entity_type": "table", "databuilder_id": None}`, 'as Python writes them'],
    ['True in JSON', `{"databuilder_id": "x", "is_pk": True}`, 'as Python writes them'],
    ['NaN, as json.dumps writes it', `{"databuilder_id": "x", "sort_order": NaN}`, 'such as NaN'],
    ['-Infinity', `{"databuilder_id": "x", "sort_order": -Infinity}`, 'such as NaN'],
  ])('is recognised: %s', async (_, line, words) => {
    const [message, ...others] = await messagesOf(`${TABLE}${line}\n`)
    expect([message, others]).toEqual([expect.stringContaining(words), []])
    expect(await printed(`${TABLE}${line}\n`)).toEqual([
      expect.stringMatching(`input/invalid-json .*${words}`),
    ])
  })

  test.each([
    `{'page': 1, 'ok': True}`,
    `declared entity_type='table'`,
    `entity_type=table`,
    `None`,
    `Resource(title='x')`,
  ])('is no declaration, and in what a program prints no finding: %s', async (line) => {
    expect(await printed(`${TABLE}${line}\n`)).toEqual([])
  })
})

describe('a last line without an end', () => {
  test.each([
    '{',
    '{"entity_type',
    '{"entity_type": "table", "databuilder_id": "x\\',
    '{"entity_type": "table", "databuilder_id": "\\u00e',
    '{"databuilder_id": "x", "is_pk": tr',
    '{"databuilder_id": "x", "sort_order": -',
    '{"databuilder_id": "x", "sort_order": 1.',
    '{"databuilder_id": "x", "sort_order": 1e+',
    '{"databuilder_id": "x", "owners": ["a",',
    '{"databuilder_id": "x"',
  ])('is cut where it would go on: %s', async (line) => {
    expect(await rulesOf(TABLE + line)).toEqual(['input/truncated'])
    expect(await rulesOf(`${TABLE}${line}\n`)).toEqual(['input/invalid-json'])
  })

  test.each([
    '{"databuilder_id": "x",}',
    '{"databuilder_id": "x"} {',
    "{'entity_type': 'tab",
    '{"databuilder_id": "x", "a": tru1',
  ])('is no JSON where it would not: %s', async (line) => {
    expect(await rulesOf(TABLE + line)).toEqual(['input/invalid-json'])
  })

  test('is as good as any where it is whole', async () => {
    expect(await rulesOf(TABLE.trimEnd())).toEqual([])
  })

  test('is a finding in what a program prints where it names a field', async () => {
    expect(await printed(`${TABLE}{"entity_type": "ta`)).toEqual([expect.stringContaining('input/truncated')])
    expect(await printed(`${TABLE}{"page": 1`)).toEqual([])
  })
})

test('byte-order mark, Windows line ends, blank lines and no last line end are silent', async () => {
  const text = `\ufeff${TABLE.trimEnd()}\r\n\r\n \t\r\n${TABLE.replaceAll('"t"', '"u"').trimEnd()}`
  expect(await rulesOf(text)).toEqual([])
  expect((await runOf({ 'run.jsonl': text })).resources.length).toBe(2)
})

describe('a character that cannot be seen, where JSON has its fault', () => {
  const findingOf = async (text: string) => {
    const [finding, ...others] = (await reportOf({ 'run.jsonl': text })).findings
    expect(others).toEqual([])
    return finding!
  }
  test.each(['\n', ''])('is a byte-order mark where files were joined: behind %j', async (end) => {
    const { rule, message, help } = await findingOf(`${TABLE.trimEnd()}${end}\ufeff${TABLE}`)
    expect([rule, message]).toEqual([
      'input/invalid-json',
      expect.stringMatching(/found a byte-order mark \(U\+FEFF\)$/),
    ])
    expect(help).toMatch(/^take it out.*cat.*>>/)
  })
  test('is named by its number otherwise, and to be taken out', async () => {
    const { message, help } = await findingOf(`${TABLE}{"databuilder_id":\u00a0"u"}\n`)
    expect(message).toMatch(/found a no-break space \(U\+00A0\)$/)
    expect(help).toContain('take it out')
  })
})

describe('bytes that are not UTF-8', () => {
  const latin1 = (text: string) => Buffer.from(text, 'latin1')
  const findingsOf = async (bytes: Uint8Array, isPrinted = false) => {
    const source = { ...bytesSource('run.jsonl', bytes), printed: isPrinted }
    const { findings, graph } = check(buildGraph(await readRun([source])))
    return { findings, graph }
  }

  test('leave the declaration, with U+FFFD in their place', async () => {
    const { findings, graph } = await findingsOf(latin1(TABLE.replaceAll('"t"', '"caf\xe9"')))
    expect(findings.map(({ rule }) => rule)).toEqual(['input/invalid-encoding'])
    expect(findings[0]).toMatchObject({
      locations: [{ line: 1, column: 48, endColumn: 49 }],
      data: { byte: 48, value: 0xe9, places: 2 },
    })
    expect(findings[0]!.help).toContain("it is 'é'")
    expect(graph.nodeOfId('caf\ufffd')).toBeDefined()
  })

  test('outside of the text are the one mistake of a line that is no JSON for them', async () => {
    const { findings } = await findingsOf(latin1('{"entity_type": "table",\xa0"databuilder_id": "t"}\n'))
    expect(findings.map(({ rule }) => rule)).toEqual(['input/invalid-encoding'])
  })

  test('are no finding in other text that a program prints', async () => {
    const { findings } = await findingsOf(latin1(`caf\xe9\n${TABLE}{"page": "\xe9"}\n`), true)
    expect(findings).toEqual([])
  })
})

test('lineage in the older form stands beside the new one', async () => {
  const { findings, summary, graph } = await reportOf({
    'resources.jsonl': TABLE + TABLE.replaceAll('"t"', '"u"') + TABLE.replaceAll('"t"', '"v"'),
    'lineages.jsonl': [
      { from_databuilder_id: 't', to_databuilder_id: 'u' },
      {
        from_identifier: { type: 'internal_resource', databuilder_id: 't' },
        to_identifier: { type: 'internal_resource', databuilder_id: 'u' },
      },
      { from_databuilder_id: 'u', to_identifier: { type: 'internal_resource', databuilder_id: 'v' } },
      { from_databuilder_id: 't', to_databuilder_id: '' },
    ],
  })
  expect(findings.map(({ rule, locations }) => [rule, locations[0]!.line])).toEqual([
    ['lineage/duplicate-edge', 2],
    ['lineage/invalid-identifier', 4],
  ])
  expect([summary.lineage, graph.edgeCount]).toEqual([3, 2])
})
