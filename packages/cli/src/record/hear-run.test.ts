import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, buildGraph, readRun, RESOURCE_FIELDS, type Report } from '@lineagraph/core'
import { checkRun } from '@lineagraph/core/node'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folderWith } from '../../test/temporary-folder.ts'
import { hearRun } from './hear-run.ts'
import { RunFiles } from './run-files.ts'
import { UnreadLines } from './unread-lines.ts'

/** Hears chunks to their end, and checks what was kept of them. */
async function hear(chunks: readonly Uint8Array[]) {
  const folder = folderWith({})
  const paths = [join(folder, 'resources.jsonl'), join(folder, 'lineage.jsonl')] as const
  const target = (path: string) => ({ kind: 'whole', given: path, path, mode: 0o600 }) as const
  const files = new RunFiles({ 'resources.jsonl': target(paths[0]), 'lineage.jsonl': target(paths[1]) })
  const unread = new UnreadLines(join(folder, 'unread'))
  const passed: Uint8Array[] = []
  const passOn = async (bytes: Uint8Array): Promise<boolean> => passed.push(bytes) > 0
  const prints = async function* () {
    yield* chunks
  }
  const { isAtLineStart } = await hearRun(prints(), { files, unread, passOn })
  files.keep()
  const report = await checkRun([...files.filled.map((name) => join(folder, name)), ...unread.sources()])
  const { findings } = report // told when they are looked at, from the lines that closing lets go
  unread.close()
  const [resources, lineage] = paths.map((path) => readFileSync(path))
  return { report: { ...report, findings }, passed: Buffer.concat(passed), isAtLineStart, resources, lineage }
}

/** What `lineagraph check -` says of the same bytes. */
const checkPrinted = async (bytes: Uint8Array): Promise<Report> =>
  check(
    buildGraph(
      await readRun([
        {
          name: '<stdout>',
          printed: true,
          async *chunks() {
            yield bytes
          },
          slice: (start, end) => bytes.subarray(start, end),
        },
      ]),
    ),
  )

/** As the SDK prints a table. */
const TABLE = JSON.stringify(
  Object.fromEntries(
    RESOURCE_FIELDS.map((field) => [
      field,
      { entity_type: 'table', databuilder_id: 't' }[field as string] ?? null,
    ]),
  ),
)
const internal = (databuilder_id: string) => ({ type: 'internal_resource', databuilder_id })
const id = fc.constantFrom('a', 'b', '__proto__', 'é')
const declaration = fc.oneof(
  fc.record({
    entity_type: fc.constantFrom('table', 'tabel'),
    databuilder_id: fc.oneof(id, fc.constant(null)),
    title: fc.constantFrom('', 'A', 5),
    is_pk: fc.constantFrom<unknown>(false, 'perhaps', null),
    parent_databuilder_id: fc.option(id),
  }),
  fc.record({ from_identifier: id.map(internal), to_identifier: fc.option(id.map(internal)) }),
  fc.record({ from_databuilder_id: id, to_databuilder_id: fc.option(id) }),
)
const line = fc.oneof(
  { weight: 3, arbitrary: declaration.map((json) => JSON.stringify(json)) },
  fc.constantFrom(
    "{'entity_type': 'table'}",
    '{"entity_type": "table", }',
    '{"databuilder_id": "x"',
    '{entity_type}',
    '\ufeff{"databuilder_id": "m"}',
    '\ufeff \u00a0{"databuilder_id" 1}',
    '{"progress": 0.5}',
    '[{"databuilder_id": "x"}]',
    'text {"databuilder_id": "x"}',
    '  {"databuilder_id": "x"} \r',
    `Fetching… ${TABLE}`,
    `\r 10%\r 20%\u001b[1m${TABLE}\u001b[0m \r`,
    `sent ${TABLE} ok`,
    `{'x'} ${TABLE}`,
    "[{'entity_type': 'table', 'databuilder_id': 'x'}]",
    " \u00a0[ {'databuilder_id': 'x'}, {}] ok",
    "[{'progress': 0.5}]",
    "[{'entity_type': 'table'}] {\"entity_type\": 'x'}",
    `[{'entity_type': 'table'}] ${TABLE}`,
    `Resource(entity_type='table') ${TABLE} ok`,
    "entity_type='table' databuilder_id='é' parent_databuilder_id=None",
    "[sdk.Resource(entity_type='table', databuilder_id='x')]",
    "from_identifier=InternalResource(type='internal_resource', databuilder_id='a')",
    'entity_type=None',
    'entity_type=Nonesuch',
    "databuilder_id = 'x'",
    'sent {"entity_type": "table"}',
    'x {"from_identifier": {"type": "internal_resource", "databuilder_id": "a"}, "to_identifier": null}',
    '',
    ' ',
  ),
)

test('hearRun(prints) keeps what declares as check - reads it: the same findings, and the places of lines that are none', async () => {
  // Of a finding about a line that was kept, the place is another one now, and what is known by the text of its line.
  const findingsOf = ({ findings }: Report) =>
    findings
      .map(({ rule, message, data, locations: [first] }) => {
        const place = rule.startsWith('input/') ? [first?.line, first?.column] : []
        return JSON.stringify([rule, message, data.count, place])
      })
      .sort()
  await fc.assert(
    fc.asyncProperty(
      fc.array(line),
      fc.boolean(),
      fc.integer({ min: 1, max: 50 }),
      async (lines, ends, size) => {
        const bytes = Buffer.from(lines.join('\n') + (ends ? '\n' : ''))
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
          bytes.subarray(i * size, (i + 1) * size),
        )
        const { report } = await hear(chunks)
        const printed = await checkPrinted(bytes)
        expect(findingsOf(report)).toEqual(findingsOf(printed))
        expect(report.summary).toEqual(printed.summary)
      },
    ),
    { numRuns: 150 },
  )
})

test('hearRun(prints) passes on every byte that declares nothing, and says whether a line is left open', async () => {
  const invalid = Buffer.from([0xff, 0xfe, 0x0a, 0xe9])
  const { passed, isAtLineStart, resources } = await hear([
    Buffer.from('a\r\n{"databuilder_id":"x","title":null}\n{"progress":1}\n'),
    invalid,
  ])
  expect(passed).toEqual(Buffer.concat([Buffer.from('a\r\n{"progress":1}\n'), invalid]))
  expect(isAtLineStart).toBe(false)
  expect(String(resources)).toBe('{"databuilder_id":"x"}\n')
  expect((await hear([])).isAtLineStart).toBe(true)
})

test('hearRun(prints) keeps what the SDK prints behind other text, and passes on the text around it at once', async () => {
  const edge = '{"from_identifier":{"type":"internal_resource","databuilder_id":"a"},"to_identifier":null}'
  const { passed, isAtLineStart, resources, lineage } = await hear([
    Buffer.from(`Fetching…${TABLE}\r\n done\n`),
    Buffer.from(`\u001b[32m${edge.slice(0, 30)}`),
    Buffer.from(`${edge.slice(30)} \u001b[0m\nsent ${TABLE} ok\n`),
    Buffer.from(`50%${TABLE.replace('null', '"\xff"')}\n`, 'latin1'),
  ])
  expect(String(passed)).toBe(`Fetching… done\n\u001b[32m \u001b[0msent ${TABLE} ok\n50%`)
  expect(isAtLineStart).toBe(false)
  const kept = '{"entity_type":"table","databuilder_id":"t"}\n'
  expect(resources).toEqual(Buffer.from(`${kept}${TABLE.replace('null', '"\xff"')}\n`, 'latin1'))
  expect(String(lineage)).toBe(`${edge}\n`)
})

test('hearRun(prints) keeps a line as it came where it is not UTF-8, or is nested deeper than can be written', async () => {
  const bad = Buffer.from('{"databuilder_id":"x\xff","title":null}', 'latin1')
  const deep = `{"databuilder_id":"y","more":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
  const LF = Buffer.from('\n')
  const { resources } = await hear([bad, LF, Buffer.from(deep), LF, Buffer.from('{"databuilder_id":"z"}')])
  expect(resources).toEqual(Buffer.concat([bad, LF, Buffer.from(`${deep}\n{"databuilder_id":"z"}\n`)]))
})

test('hearRun(prints) hears on where nobody reads what it passes on', async () => {
  const folder = folderWith({})
  const target = (name: string) =>
    ({ kind: 'whole', given: name, path: join(folder, name), mode: 0o600 }) as const
  const files = new RunFiles({ 'resources.jsonl': target('r'), 'lineage.jsonl': target('l') })
  let asked = 0
  await hearRun(
    (async function* () {
      for (const print of ['one\n', '{"databuilder_id":"a"}\n', 'two\n', '{"databuilder_id":"b"}\n'])
        yield Buffer.from(print)
    })(),
    { files, unread: new UnreadLines(join(folder, 'u')), passOn: async () => ++asked < 0 },
  )
  files.keep()
  expect(asked).toBe(1)
  expect(readFileSync(join(folder, 'r'), 'utf8')).toBe('{"databuilder_id":"a"}\n{"databuilder_id":"b"}\n')
})
