import fc from 'fast-check'
import AnyGraph, { DirectedGraph } from 'graphology'
import { parse as parseGexf } from 'graphology-gexf'
import { parse as parseGraphml } from 'graphology-graphml'
import { expect, test } from 'vitest'
import { anyLines } from '../../test/any-lines.ts'
import { checkedFiles, exported, exportedText, meaningOf } from '../../test/exported.ts'
import { hostileRun } from '../../test/hostile-run.ts'
import { reportOf } from '../../test/run-of.ts'
import { buildGraph, bytesSource, check, readRun, toGraphology, type Report } from '../index.ts'
import { givenText } from './held-text.ts'

const everyRun = (holds: (report: Report) => Promise<void> | void) =>
  fc.assert(
    fc.asyncProperty(hostileRun, async (files) => {
      await holds(await reportOf(files, { rules: { 'resource/missing-required-field': 'warning' } }))
    }),
  )

/** The findings but for their places; what was said of lines that could not be read goes with them. */
const withoutPlaces = ({ findings }: Report) =>
  findings
    .filter(({ rule }) => !rule.startsWith('input/'))

    .map((finding) =>
      JSON.stringify(finding, (_, value: unknown) => (isPlace(value) ? 'place' : value)).replace(
        FILE,
        'place',
      ),
    )
    .sort()

/** A file of these runs, and a line in it. */
const FILE = /(run\.jsonl|a\.jsonl|b\/lineage\.jsonl|graph\.json)(:\d+)?/g

const isPlace = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'file' in value && 'line' in value

test("exportGraph(report, { format: 'json' }) is read again as the same run, with the same findings but for their places", () =>
  everyRun(async (report) => {
    const read = await checkedFiles({ 'graph.json': exportedText(report, { format: 'json' }) })
    expect(meaningOf(read)).toEqual(meaningOf(report))
    expect(read.summary).toEqual(report.summary)
    expect(withoutPlaces(read)).toEqual(withoutPlaces(report))
  }))

test('… also where declarations have faults, and of several files', () =>
  fc.assert(
    fc.asyncProperty(anyLines, anyLines, async (first, second) => {
      const sources = [bytesSource('a.jsonl', first), bytesSource('b/lineage.jsonl', second)]
      const report = check(buildGraph(await readRun(sources)))
      const text = exportedText(report, { format: 'json' })
      const read = await checkedFiles({ 'graph.json': text })
      expect(meaningOf(read)).toEqual(meaningOf(report))
      expect(withoutPlaces(read)).toEqual(withoutPlaces(report))
      expect(declarationsIn(exportedText(read, { format: 'json' }))).toEqual(declarationsIn(text))
    }),
  ))

/** The declarations of an export in our own form. */
const declarationsIn = (text: string): unknown => (JSON.parse(text) as { declarations: unknown }).declarations

test("exportGraph(report, { format: 'json' }) is read again the same however it is laid out", () =>
  everyRun(async (report) => {
    const json: unknown = JSON.parse(exportedText(report, { format: 'json' }))
    for (const text of [
      JSON.stringify(json),
      JSON.stringify(json, null, 2),
      JSON.stringify(json, null, '\t'),
    ])
      expect(meaningOf(await checkedFiles({ 'graph.json': text }))).toEqual(meaningOf(report))
  }))

test("exportGraph(report, { format: 'jsonl' }) is read again as the same graph", () =>
  everyRun(async (report) => {
    const read = await checkedFiles(exported(report, { format: 'jsonl' }))
    expect(meaningOf(read)).toEqual(meaningOf(report))
  }))

test("exportGraph(report, { format: 'graphology' }) is read by graphology with the same nodes, edges and attributes", () =>
  everyRun((report) => {
    const read = DirectedGraph.from(JSON.parse(exportedText(report, { format: 'graphology' })))
    expect(read.export()).toEqual(toGraphology(report.graph).export())
    expect([read.order, read.size]).toEqual([report.graph.nodeCount, report.graph.edgeCount])
  }))

/** Nodes and edges with the texts that were given, and without what is unset. */
function given(graph: { export(): ReturnType<DirectedGraph['export']> }, without: readonly string[] = []) {
  const texts = (attributes: object = {}) =>
    Object.fromEntries(
      Object.entries(attributes)
        .filter(([name, value]) => value !== null && !without.includes(name))
        .map(([name, value]) => [name, typeof value === 'string' ? givenText(value) : value]),
    )
  const { nodes, edges } = graph.export()
  return {
    nodes: nodes.map(({ key, attributes }) => [givenText(key), texts(attributes)]),
    edges: edges.map(({ key, source, target, attributes }) => [
      key,
      givenText(source),
      givenText(target),
      texts(attributes),
    ]),
  }
}

/** The same of our own graph. */
function expected(report: Report) {
  const { nodes, edges } = toGraphology(report.graph).export()
  const set = (attributes: object = {}) =>
    Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null))
  return {
    nodes: nodes.map(({ key, attributes }) => [key, set(attributes)]),
    edges: edges.map(({ key, source, target, attributes }) => [key, source, target, set(attributes)]),
  }
}

test("exportGraph(report, { format: 'graphml' }) is read by graphology with the same nodes, edges and attributes", () =>
  everyRun((report) => {
    const read = parseGraphml(DirectedGraph, exportedText(report, { format: 'graphml' }))
    expect(given(read)).toEqual(expected(report))
  }))

test("exportGraph(report, { format: 'gexf' }) is read by graphology with the same nodes, edges and attributes", () =>
  everyRun((report) => {
    const read = parseGexf(AnyGraph, exportedText(report, { format: 'gexf' }))
    expect(given(read, ['label'])).toEqual(expected(report))
  }))
