import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { buildGraph, check, prettyReport, readRun, type Source } from '../src/index.ts'
import { checkRun } from '../src/node/index.ts'

const table = (id: string): string =>
  `${JSON.stringify({ entity_type: 'table', databuilder_id: id, title: id, schema: 's', database: 'd' })}\n`
const HEADER =
  'col_name,col_description,col_type,sort_order,database,schema,name,description,is_view,last_updated_time\n'
const packed = gzipSync(table('cut 1') + table('cut 2'), { level: 0 }) // stored, so that a cut leaves whole lines
const damaged = gzipSync(table('damaged'))
damaged[damaged.length - 8]! ^= 0xff
const long = Buffer.concat([
  Buffer.from(table('long 1')),
  Buffer.alloc(65 << 20, ' '),
  Buffer.from(`\n${table('long 2')}`),
])

/** Every file that an integration, or what stands between it and us, can leave behind: its bytes, and what must be found in it. */
const FILES: readonly (readonly [name: string, bytes: Uint8Array | string, found: readonly string[]])[] = [
  ['resources.jsonl', table('plain'), []],
  ['resources.jsonl.gz', gzipSync(table('packed')), []],
  ['members.jsonl.gz', Buffer.concat([gzipSync(table('member 1')), gzipSync(table('member 2'))]), []],
  ['not-packed.jsonl.gz', table('named wrongly'), []],
  ['packed.jsonl', gzipSync(table('named wrongly too')), []],
  ['windows.jsonl', `\ufeff${table('windows').replace('\n', '\r\n')}\r\n`, []],
  ['no-end.jsonl', table('no end').trimEnd(), []],
  ['replaced.jsonl', table('a \ufffd of its own'), []],
  ['upload.csv', `${HEADER}id,,int,1,d,s,from a csv,,false,\n`, []],
  ['upload.csv.gz', gzipSync(`${HEADER}id,,int,1,d,s,from a packed csv,,false,\n`), []],
  ['lineages.jsonl', '{"from_databuilder_id":"plain","to_databuilder_id":"packed"}\n', []],
  ['lineage.jsonl.gz', gzipSync(''), []],
  ['other.csv', 'city,population\nParis,2000000\n', []],
  ['notes.txt', 'not of the run', []],
  [
    'bad-cut.jsonl',
    `${table('before the cut')}{"entity_type": "table", "databuilder_id": "lo`,
    ['input/truncated:2'],
  ],
  ['bad-cut.jsonl.gz', packed.subarray(0, packed.length - 30), ['input/truncated:2']],
  ['bad-damaged.jsonl.gz', damaged, ['input/truncated:1']],
  ['bad-encoding.jsonl', Buffer.from(table('caf\xe9'), 'latin1'), ['input/invalid-encoding:1']],
  [
    'bad-utf16.jsonl',
    Buffer.from(`\ufeff${table('from PowerShell')}`, 'utf16le'),
    ['input/invalid-encoding:1'],
  ],
  ['bad-long.jsonl.gz', gzipSync(long), ['input/line-too-long:2']],
  [
    'bad-json.jsonl',
    `${table('before')}{"entity_type": "table",}\n${table('behind')}`,
    ['input/invalid-json:2'],
  ],
  ['bad-python.jsonl', `{'entity_type': 'table'}\n${table('behind a dict')}`, ['input/invalid-json:1']],
  ['bad-text.jsonl', `Loading\n${table('behind text')}`, ['input/not-a-declaration:1']],
  ['bad-empty.jsonl', '', ['input/empty:1']],
  ['bad-header.csv', `owner,${HEADER}x,id,,int,1,d,s,unknown column,,false,\n`, ['input/csv-header:1']],
  [
    'bad-value.csv',
    `${HEADER},,int,1,d,s,left out,,false,\nid,,int,1,d,s,behind it,,false,\n`,
    ['input/csv-value:2'],
  ],
  [
    'bad-quote.csv',
    `${HEADER}id,"a,int,1,d,s,open quote,,false,\nid,,,1,d,s,behind a quote,,,\n`,
    ['input/csv-value:2'],
  ],
  [
    'bad-rows.csv',
    `${HEADER}a,,,1,d,s,two rows,one,,\nb,,,2,d,s,two rows,another,,\n`,
    ['input/csv-disagreement:3'],
  ],
  ['bad-end.csv', `${HEADER}id,,int,1,d,s,whole row,,false,\nname,,text,2,d`, ['input/truncated:3']],
]
const TABLES = [
  ...['plain', 'packed', 'member 1', 'member 2', 'named wrongly', 'named wrongly too', 'windows', 'no end'],
  ...[
    'a \ufffd of its own',
    'from a csv',
    'from a packed csv',
    'before the cut',
    'cut 1',
    'damaged',
    'caf\ufffd',
  ],
  ...[
    'from PowerShell',
    'long 1',
    'long 2',
    'before',
    'behind',
    'behind a dict',
    'behind text',
    'unknown column',
  ],
  ...['behind it', 'open quote', 'behind a quote', 'two rows', 'whole row'],
]

test('a folder with every kind of file gives all good declarations, and one finding for each bad thing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lineagraph-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, bytes] of FILES) writeFileSync(join(folder, name), bytes)

  const report = await checkRun(folder)
  const places = report.findings.map(
    ({ rule, locations: [place] }) => `${place!.file.slice(folder.length + 1)} ${rule}:${place!.line}`,
  )
  const expected = FILES.flatMap(([name, , found]) => found.map((rule) => `${name} ${rule}`))
  expect(places.sort()).toEqual(expected.sort())

  const { graph } = report
  const nodes = Array.from({ length: graph.nodeCount }, (_, node) => node)
  const tables = nodes.filter((node) => graph.typeOf(node) === 'table').map((node) => graph.titleOf(node))
  expect(tables.sort()).toEqual(TABLES.sort())
  expect(graph.edgeCount).toBe(1)

  expect(nodes.filter((node) => graph.declarationOf(node) === undefined)).toEqual([])
  expect([...prettyReport(report)].join('')).not.toContain('has changed')
}, 30_000)

test('a line of 100 MB is passed over without being held, when it is read and when it is shown', async () => {
  const chunk = new Uint8Array(1 << 20).fill(0x20)
  const head = Buffer.from(`${table('before')}{"definition": "`)
  let shown = 0
  const source: Source = {
    name: 'run.jsonl',
    async *chunks() {
      yield head
      for (let i = 0; i < 100; i++) yield chunk
      yield Buffer.from(`"}\n${table('behind')}`)
    },
    slice(start, end) {
      shown += end - start
      return Buffer.concat([head, chunk]).subarray(start, end)
    },
  }
  const report = check(buildGraph(await readRun([source])))
  expect(report.findings).toMatchObject([
    { rule: 'input/line-too-long', locations: [{ line: 2, column: 1 }], data: { bytes: (100 << 20) + 18 } },
  ])
  expect(report.graph.run.placeOfResource(1)).toMatchObject({
    line: 3,
    offset: head.length + (100 << 20) + 3,
  })
  expect([...prettyReport(report)].join('')).toContain('│ {"definition": "   ')
  expect(shown).toBeLessThan(1 << 16)
})
