import { parse as parseDot } from '@ts-graphviz/ast'
import { parse as parseCsv } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exported, exportedText } from '../../test/exported.ts'
import { HOSTILE, hostileRun } from '../../test/hostile-run.ts'
import { readMermaid } from '../../test/read-mermaid.ts'
import { edge, internal, reportOf, resource } from '../../test/run-of.ts'
import { shop } from '../../test/shop-run.ts'
import { toGraphology, type ExportFormat, type Report } from '../index.ts'
import { EXPORT_FORMATS, exportFiles } from './export-graph.ts'
import { givenText, heldText } from '../check/held-text.ts'

const everyRun = (holds: (report: Report) => Promise<void> | void, numRuns = 100) =>
  fc.assert(
    fc.asyncProperty(hostileRun, async (files) => {
      await holds(await reportOf(files))
    }),
    { numRuns },
  )
/** The ends of all edges, by what a form calls a node. */
const endsIn = ({ graph }: Report, nameOf: (key: string) => string = (key) => key): string[] =>
  Array.from({ length: graph.edgeCount }, (_, edge) =>
    [graph.fromOf(edge), graph.toOf(edge)].map((node) => nameOf(graph.keyOf(node))).join(' → '),
  ).sort()
const keysIn = ({ graph }: Report): string[] =>
  Array.from({ length: graph.nodeCount }, (_, node) => graph.keyOf(node))

/** Any UTF-16, halves of surrogate pairs too. */
const anyUnits = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
})

test('heldText(text) has nothing that XML or UTF-8 cannot hold, leaves what they can, and givenText takes it back', () => {
  expect(heldText('a\u0000b\ud800c_x0041_')).toBe('a_x0000_b_xD800_c_x005F_x0041_')
  expect(heldText('Größe 😀 _x_ _x00_\n')).toBe('Größe 😀 _x_ _x00_\n')
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }), anyUnits), (text) => {
      const held = heldText(text)
      expect(givenText(held)).toBe(text)
      expect(held).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u)
    }),
  )
})

describe("exportGraph(report, { format: 'dot' })", () => {
  test('is parsed as DOT with every node and every edge', () =>
    everyRun((report) => {
      const { nodes, edges } = readDot(exportedText(report, { format: 'dot' }))
      expect(new Set(nodes).size).toBe(report.graph.nodeCount)
      expect(nodes).toHaveLength(report.graph.nodeCount)
      const nameOfKey = new Map(keysIn(report).map((key, node) => [key, nodes[node]!]))
      expect(edges.sort()).toEqual(endsIn(report, (key) => nameOfKey.get(key)!))
    }))

  test('reads well', async () => {
    const report = await reportOf({
      'run.jsonl': [resource('a "b"', 'table'), edge(internal('a "b"'), internal('c\\'))],
    })
    expect(exportedText(report, { format: 'dot' })).toBe(`digraph lineage {
rankdir=LR
node [shape=box]
"id:a \\"b\\"" [label="a \\"b\\"", tooltip="table"]
"id:c\\\\" [label="c\\\\", tooltip="missing", style=dashed]
"id:a \\"b\\"" -> "id:c\\\\"
}
`)
  })
})

/** The names of nodes and the ends of edges that a parser of DOT finds. */
function readDot(text: string): { nodes: string[]; edges: string[] } {
  const nodes: string[] = []
  const edges: string[] = []
  const [graph] = parseDot(text).children
  if (graph?.type !== 'Graph') throw new Error('no graph')
  for (const child of graph.children) {
    if (child.type === 'Node') nodes.push(child.id.value)
    if (child.type === 'Edge')
      edges.push(child.targets.map((end) => (end.type === 'NodeRef' ? end.id.value : '')).join(' → '))
  }
  return { nodes, edges }
}

describe("exportGraph(report, { format: 'mermaid' })", () => {
  test('is parsed as a flowchart with every node by its label and every edge', () =>
    everyRun(async (report) => {
      const { graph } = report
      const { labels, edges } = await readMermaid(exportedText(report, { format: 'mermaid' }))
      const keys = keysIn(report)
      expect([...labels.keys()]).toEqual(keys.map((_, node) => `n${node}`))
      expect([...labels.values()]).toEqual(
        keys.map((key, node) => graph.titleOf(node) || graph.idOf(node) || key),
      )
      expect(edges.sort()).toEqual(endsIn(report, (key) => `n${keys.indexOf(key)}`))
    }, 40)) // Mermaid takes its time

  test('is refused where Mermaid would not draw it, with what else there is', async () => {
    const edges = Array.from({ length: 501 }, (_, i) => edge(internal('a'), internal(`b${i}`)))
    await expect(drawn(edges)).rejects.toMatchObject({
      code: 'usage',
      what: expect.stringMatching(/500 edges/),
    })
    const long = [resource('x'.repeat(50_000))]
    await expect(drawn(long)).rejects.toMatchObject({ help: expect.stringMatching(/--select/) })
    async function drawn(lines: readonly unknown[]) {
      return exportedText(await reportOf({ 'run.jsonl': lines }), { format: 'mermaid' })
    }
  })
})

/** The rows of a table, below its header, with the texts that were given; null where nothing stands, as apart from an empty text. */
function rowsOf(text: string): { header: string; rows: (string | null)[][] } {
  const [header = '', ...rows] = parseCsv(text, {
    cast: (value, { quoting }) => (quoting ? givenText(value) : value || null),
    relax_column_count: false,
    record_delimiter: '\n',
  }) as (string | null)[][]
  return { header: String(header), rows }
}

describe.each(['csv', 'neo4j'] as const)("exportGraph(report, { format: '%s' })", (format) => {
  test('has a row for every node and every edge, whatever is in their ids', () =>
    everyRun((report) => {
      const texts = exported(report, { format })
      const [nodes, edges] = exportFiles(format).map((name) => rowsOf(texts[name]!))
      const graph = toGraphology(report.graph).export()
      expect(nodes!.rows.map((row) => row.slice(0, 9))).toEqual(
        graph.nodes.map(({ key, attributes }) => [key, ...Object.values(attributes!)]),
      )
      const lineage = edges!.rows.filter(([, , declarations]) => declarations !== null)
      expect(lineage.map(([from, to]) => `${from} → ${to}`).sort()).toEqual(endsIn(report))
    }))
})

test("exportGraph(report, { format: 'neo4j' }) has the headers, labels and types that its import asks for", async () => {
  const texts = exported(await reportOf(shop), { format: 'neo4j' })
  const nodes = texts['nodes.csv']!.split('\n')
  const relationships = texts['relationships.csv']!.split('\n')
  expect(nodes[0]).toBe(
    'key:ID,kind:string,entity_type:string,databuilder_id:string,title:string,cluster:string,database:string,schema:string,parent:string,:LABEL',
  )
  expect(nodes[1]).toBe('"id:orders","resource","table","orders","orders",,"shop","public",,"Resource;Table"')
  expect(relationships[0]).toBe(':START_ID,:END_ID,declarations:int,:TYPE')
  expect(relationships).toContain('"id:orders.total","id:daily.sum",1,"FEEDS"')
  expect(relationships).toContain('"id:orders.total","id:orders",,"IN"')
})

test("exportGraph(report, { format: 'graphframes' }) has a line of JSON for every vertex and every edge, whatever is in their ids", () =>
  everyRun((report) => {
    const texts = exported(report, { format: 'graphframes' })
    const [vertices, edges] = exportFiles('graphframes').map((name) =>
      texts[name]!.split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    )
    expect(vertices!.map(({ id }) => id)).toEqual(keysIn(report))
    expect(edges!.map(({ src, dst }) => `${src} → ${dst}`).sort()).toEqual(endsIn(report))
  }))

interface LinkedEdge {
  readonly source: string
  readonly target: string
  readonly attributes: { readonly declarations: number }
}

describe('exportGraph(report, options)', () => {
  const eventTime = new Date(0)

  test.each(EXPORT_FORMATS)('gives the same bytes each time: %s', async (format) => {
    const [first, second] = [await reportOf(shop), await reportOf(shop)]
    expect(exported(second, { format, eventTime })).toEqual(exported(first, { format, eventTime }))
  })

  test.each(EXPORT_FORMATS)(
    'writes well-formed UTF-8 that ends each line with a line feed: %s',
    async (format) => {
      const report = await reportOf({ 'run.jsonl': HOSTILE.map((id) => resource(id)) })
      for (const text of Object.values(exported(report, { format, eventTime }))) {
        expect(text).not.toMatch(/\p{Surrogate}/u)
        expect(text).toMatch(/\n$|^$/)
      }
    },
  )

  const selected: readonly ExportFormat[] = EXPORT_FORMATS.filter((format) => format !== 'openlineage')
  test.each(selected)('takes the nodes of a selection and the edges between them: %s', async (format) => {
    const report = await reportOf(shop)
    const selection = ['orders.total', 'daily.sum'].map((id) => report.graph.nodeOfId(id)!)
    const text = exportedText(report, { format, selection })
    expect(text).toMatch(/total[^]*sum/)
    expect(text).not.toMatch(/revenue|rates|customers/)
  })

  test('takes of openlineage the events of what is selected', async () => {
    const report = await reportOf(shop)
    const selection = ['orders.total', 'daily.sum'].map((id) => report.graph.nodeOfId(id)!)
    const lines = exportedText(report, { format: 'openlineage', eventTime, selection })
      .split('\n')
      .slice(0, -1)
    expect(lines).toHaveLength(1)
    expect(lines[0]).not.toMatch(/revenue|rates|"id"/)
  })

  test("with { level: 'table' } gives lineage of columns to their tables", async () => {
    const { nodes, edges } = JSON.parse(
      exportedText(await reportOf(shop), { format: 'graphology', level: 'table' }),
    )
    expect(nodes.map(({ key }: { key: string }) => key)).toEqual([
      'id:orders',
      'id:daily',
      'id:revenue',
      'table:[null,null,"public","customers"]',
      'table:[null,null,"public","rates"]',
      'table:["lake","shop","mart","copy"]',
    ])
    const lineage = edges.map(({ source, target, attributes }: LinkedEdge) => [
      source,
      target,
      attributes.declarations,
    ])
    expect(lineage).toContainEqual(['id:orders', 'id:daily', 2])
    expect(lineage).toContainEqual(['id:orders', 'id:orders', 1])
    expect(lineage).toHaveLength(6)
  })

  test("refuses { level: 'table' } where declarations are written", async () => {
    const report = await reportOf(shop)
    for (const format of ['json', 'jsonl', 'openlineage'] as const)
      expect(() => exportedText(report, { format, level: 'table' })).toThrow(/knows no level/)
  })
})
