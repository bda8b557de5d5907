import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edge, external, graphOf, internal, reportOf, resource } from '../../test/run-of.ts'
import { findingsOf } from './verdict-lists.ts'
import { topologicalOrder } from '../graph/topological-order.ts'

interface Cut {
  readonly from: string
  readonly to: string
  readonly file: string
  readonly line: number
}

const tables = (count: number) => Array.from({ length: count }, (_, i) => resource(`t${i}`))

describe('lineage that runs in a circle', () => {
  test('among 30 tables all linked to one another is one finding, with a shortest circle and how many edges have to go', async () => {
    const ids = tables(30).map(({ databuilder_id }) => databuilder_id)
    const edges = ids.flatMap((from) =>
      ids.filter((to) => to !== from).map((to) => edge(internal(from), internal(to))),
    )
    const { findings } = await reportOf({ 'run.jsonl': [...tables(30), ...edges] })
    expect(findings).toHaveLength(1)
    const [{ message, help, locations, data }] = findings as [(typeof findings)[0]]
    expect(message).toBe("lineage of 30 things runs in a circle: 't0' → 't1' → 't0', the shortest way round")
    expect(locations.map(({ line }) => line)).toEqual([31, 60])
    expect(data).toMatchObject({ size: 30, edges: 870, count: 2 })
    expect(data['cut']).toHaveLength(435)
    expect(help).toMatch(
      /^435 edges have to go until no circle is left: 't\d+' → 't\d+' \(run\.jsonl:\d+\), /,
    )
  })

  test('names edges, each by its line, without which no circle is left', async () => {
    const ends = fc.uniqueArray(fc.tuple(fc.nat(9), fc.nat(9)), { selector: String, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(ends, async (pairs) => {
        const lines = pairs
          .filter(([from, to]) => from !== to)
          .map(([from, to]) => edge(internal(`t${from}`), internal(`t${to}`)))
        const run = [...tables(10), ...lines]
        const { findings } = await reportOf({ 'run.jsonl': run })
        const circles = findings.filter(({ rule }) => rule === 'lineage/no-cycle')
        const cut = circles.flatMap(({ data }) => data['cut'] as Cut[])
        for (const { from, to, line } of cut)
          expect(run[line - 1]).toEqual(edge(internal(from), internal(to)))
        const left = run.filter((_, i) => !cut.some(({ line }) => line === i + 1))
        expect(topologicalOrder((await graphOf({ 'run.jsonl': left })).out)).toBeDefined()
      }),
    )
  })

  test('says the same of each circle in whatever order they are asked for', async () => {
    const ring = (name: string) =>
      [0, 1, 2].map((i) => edge(internal(`${name}${i}`), internal(`${name}${(i + 1) % 3}`)))
    const resources = ['a0', 'a1', 'a2', 'b0', 'b1', 'b2'].map((id) => resource(id))
    const report = await reportOf({ 'run.jsonl': [...resources, ...ring('b'), ...ring('a')] })
    const found = findingsOf(report)
    const [first, second] = report.findings
    expect([first!.data['circle'], second!.data['circle']]).toEqual([
      ['b0', 'b1', 'b2'],
      ['a0', 'a1', 'a2'],
    ])
    expect([found.at(1), found.at(0), found.at(1)]).toEqual([second, first, second])
    expect(found.aboutAt(1)).toMatchObject({
      subject: { kind: 'graph' },
      data: { keys: ['id:a0', 'id:a1', 'id:a2'] },
    })
  })

  test('shows every hop with its line', async () => {
    const run = [
      ...tables(4),
      ...[0, 1, 2, 3].map((i) => edge(internal(`t${i}`), internal(`t${(i + 1) % 4}`))),
    ]
    const { findings } = await reportOf({ 'run.jsonl': run })
    expect(findings[0]!.locations.map(({ line, label }) => `${line} ${label}`)).toEqual([
      "5 't0' → 't1'",
      "6 't1' → 't2'",
      "7 't2' → 't3'",
      "8 't3' → 't0'",
    ])
  })

  test.each([
    ['a declared table', internal('orders'), "'dashboard.24' → 'orders'"],
    ['an external table', external('orders', 'public', 'shop'), "'dashboard.24' → 'shop.public.orders'"],
  ])('asks for the edge that leads from a dashboard to %s, not for the other', async (_, orders, wrong) => {
    const run = [
      resource('dashboard.24', 'dashboard', { group: 'default' }),
      resource('orders'),
      edge(orders, internal('dashboard.24')),
      edge(internal('dashboard.24'), orders),
    ]
    const { findings } = await reportOf({ 'run.jsonl': run })
    expect(findings.find(({ rule }) => rule === 'lineage/no-cycle')!.help).toBe(
      `take out ${wrong} (run.jsonl:4), and the circle is open; or was it declared the wrong way round?`,
    )
  })

  test('of 3,000 tables with one edge back names that edge alone', async () => {
    const layers = 60
    const width = 50
    const id = (layer: number, at: number) => `t${layer * width + at}`
    const forward = Array.from({ length: (layers - 1) * width * 2 }, (_, i) => {
      const [layer, at] = [Math.floor(i / (width * 2)), i % width]
      return edge(
        internal(id(layer, at)),
        internal(id(layer + 1, (at + (i % (width * 2) < width ? 0 : 7)) % width)),
      )
    })
    const back = edge(internal(id(layers - 1, 3)), internal(id(0, 0)))
    const { findings } = await reportOf({ 'run.jsonl': [...tables(layers * width), ...forward, back] })
    expect(findings.map(({ data }) => data['cut'])).toMatchObject([
      [{ from: id(layers - 1, 3), to: id(0, 0) }],
    ])
  })
})
