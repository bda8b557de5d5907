import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { anyRun } from '../../../test/any-run.ts'
import { column, edge, external, graphOf, internal, resource } from '../../../test/run-of.ts'
import { statsOf } from '../../check/stats.ts'
import { LEVELS, type Question } from '../../graph/ask/answer.ts'
import { askGraph } from '../../graph/ask/ask.ts'
import type { LineageGraph } from '../../graph/lineage-graph.ts'
import { answerCsv, statsCsv } from './answer-csv.ts'
import { answerJson, statsJson } from './answer-json.ts'
import { answerJsonSchema, AnswerSchema } from './answer-schema.ts'
import { answerText } from './answer-text.ts'
import { statsText } from './stats-text.ts'

const shipped = JSON.parse(
  readFileSync(new URL('../../../schema/answer.schema.json', import.meta.url), 'utf8'),
)
const validate = new Ajv2020({ strict: true }).compile(shipped)

const shop = await graphOf({
  'run.jsonl': [
    resource('t', 'table', { title: 'orders' }),
    resource('t.id', 'column', { title: 'id', parent_databuilder_id: 't' }),
    resource('d', 'dashboard', { title: 'Sales' }),
    resource('c', 'chart', { title: 'Revenue "net"', parent_databuilder_id: 'd' }),
    edge(external('raw', 'lake'), internal('t')),
    edge(column('id', 'raw', 'lake'), internal('t.id')),
    edge(internal('t'), internal('c')),
    edge(internal('t'), internal('d')),
    edge(internal('d'), internal('gone')),
    edge(internal('gone'), internal('d')),
  ],
})
const node = (id: string): number => shop.nodeOfId(id)!
const text = (question: Question, graph: LineageGraph = shop): string =>
  [...answerText(graph, askGraph(graph, question))].join('')
const level = 'column'

test('answerText(graph, downstream) is a tree, with what there is in all at its end', () => {
  expect(text({ kind: 'downstream', level, of: node('t') })).toBe(`\
orders  (table, id:t)
├─ Sales  (dashboard, id:d)
│  └─ gone  (not declared, id:gone)
└─ Revenue "net"  (chart, id:c)

3 (chart 1, dashboard 1, not declared 1) downstream of orders
`)
  expect(text({ kind: 'upstream', level, of: node('t.id'), depth: 1 })).toBe(`\
orders.id  (column, id:t.id)
└─ raw.id  (external column)

1 (external column 1) upstream of orders.id within 1 hop
`)
  expect(text({ kind: 'downstream', level, of: node('c') })).toBe('nothing downstream of Revenue "net"\n')
})

test('answerText(graph, downstream of a type) is a list', () => {
  expect(text({ kind: 'downstream', level, of: node('t'), type: 'dashboard' })).toBe(`\
Sales  (dashboard, id:d)

1 (dashboard 1) downstream of orders
`)
})

test('answerText(graph, path) shows each path from its beginning', () => {
  const ends = { from: node('t'), to: node('gone') }
  const shown = `\
orders  (table, id:t)
→ Sales  (dashboard, id:d)
→ gone  (not declared, id:gone)

`
  expect(text({ kind: 'path', level, ...ends, all: false })).toBe(
    `${shown}the shortest path from orders to gone has 2 hops\n`,
  )
  expect(text({ kind: 'path', level, ...ends, all: true })).toBe(
    `${shown}1 path from orders to gone, the shortest of 2 hops\n`,
  )
  expect(text({ kind: 'path', level, from: node('gone'), to: node('t'), all: true })).toBe(
    'no path from gone to orders\n',
  )
})

test('answerText(graph, path) says plainly where one end is inside the other', () => {
  const told = (from: string, to: string): string =>
    text({ kind: 'path', level, from: node(from), to: node(to), all: true })
  expect(told('t.id', 't')).toBe('no path from orders.id to orders: orders.id is inside orders\n')
  expect(told('d', 'c')).toMatch(/^no path from Sales to Revenue "net": Revenue "net" is inside Sales\n$/)
  expect(told('t', 't')).toBe('no path from orders to orders: both ends are the same\n')
})

test('answerText(graph, roots, leaves and cycles) lists them', () => {
  expect(text({ kind: 'roots', level })).toMatch(
    /^lake\.raw {2}\(external table\)\nraw\.id .+\n\n2 .+that nothing feeds\n$/,
  )
  expect(text({ kind: 'leaves', level: 'table' })).toBe(
    'Revenue "net"  (chart, id:c)\n\n1 (chart 1) that feed nothing\n',
  )
  expect(text({ kind: 'cycles', level })).toBe(`\
2 in a circle:
  Sales  (dashboard, id:d)
  gone  (not declared, id:gone)

1 part in which lineage runs in a circle, 2 things in all
`)
  expect(text({ kind: 'focus', level: 'table', selector: 'x', selected: [node('t'), node('t.id')] })).toBe(
    'orders  (table, id:t)\n\n1 (table 1) selected\n',
  )
})

test('answerText(graph, …) lets nothing of a name reach the terminal, and does not move to the right for ever', async () => {
  const ids = Array.from({ length: 60 }, (_, i) => `\u001b[2J\n\u202e${i}`)
  const graph = await graphOf({
    'run.jsonl': ids.slice(1).map((id, i) => edge(internal(ids[i]!), internal(id))),
  })
  const lines = text({ kind: 'downstream', level, of: 0 }, graph).split('\n')
  expect(lines).toHaveLength(63)
  for (const line of lines) expect(line).toMatch(/^[ !-~│├└─]*$/)
  expect(lines[59]).toMatch(/^ {120}59: /)
})

test('answerCsv(graph, …) has a node a row, texts in quotes, with hops, steps or the number of the part', () => {
  const csv = (question: Question): string => [...answerCsv(shop, askGraph(shop, question))].join('')
  expect(csv({ kind: 'downstream', level, of: node('t'), depth: 1 })).toBe(`\
key,kind,entity_type,databuilder_id,title,parent,hops
"id:d","resource","dashboard","d","Sales",,1
"id:c","resource","chart","c","Revenue ""net""","id:d",1
`)
  expect(csv({ kind: 'path', level, from: node('t'), to: node('gone'), all: false })).toMatch(
    /^path,step,key,.+\n1,0,"id:t",.+\n1,1,"id:d",.+\n1,2,"id:gone","missing",,"gone","",\n$/,
  )
  expect(csv({ kind: 'cycles', level })).toMatch(/^cycle,key,.+\n1,"id:d",.+\n1,"id:gone",.+\n$/)
  expect(csv({ kind: 'roots', level })).toMatch(/^key,.+,parent\n"table:\[null,null,""lake"",""raw""\]",/)
})

test('answerCsv(graph, …) writes what CSV cannot hold as export does, so that no two ids become one', async () => {
  const graph = await graphOf({
    'run.jsonl': [
      edge(internal('\ud800'), internal('a\u001b')),
      edge(internal('\ud801'), internal('_xD800_')),
    ],
  })
  const roots = [...answerCsv(graph, askGraph(graph, { kind: 'roots', level }))].join('')
  const leaves = [...answerCsv(graph, askGraph(graph, { kind: 'leaves', level }))].join('')
  expect(roots).toMatch(/"_xD800_".*\n.*"_xD801_"/)
  expect(leaves).toMatch(/"a_x001B_".*\n.*"_x005F_xD800_"/)
})

test('schema/answer.schema.json is up to date: `pnpm run schemas` writes it', () => {
  expect(shipped).toEqual(JSON.parse(JSON.stringify(answerJsonSchema())))
})

test('answerJson(graph, …) is valid by the schema, has no field beyond it, and says what was found', async () => {
  const question = (count: number): fc.Arbitrary<Question> => {
    const any = fc.nat({ max: count - 1 })
    return fc.oneof(
      fc.record(
        {
          kind: fc.constantFrom('upstream', 'downstream'),
          level: fc.constantFrom(...LEVELS),
          of: any,
          depth: fc.nat({ max: 2 }),
          type: fc.constantFrom('table', 'chart'),
        },
        { requiredKeys: ['kind', 'level', 'of'] },
      ),
      fc.record({
        kind: fc.constant('path'),
        level: fc.constantFrom(...LEVELS),
        from: any,
        to: any,
        all: fc.boolean(),
      }),
      fc.record({ kind: fc.constantFrom('roots', 'leaves', 'cycles'), level: fc.constantFrom(...LEVELS) }),
      fc.record({
        kind: fc.constant('focus'),
        level: fc.constantFrom(...LEVELS),
        selector: fc.string(),
        selected: fc.uniqueArray(any),
      }),
    )
  }
  await fc.assert(
    fc.asyncProperty(anyRun, fc.gen(), async (run, gen) => {
      const graph = await graphOf(run)
      if (graph.nodeCount === 0) return
      const answer = askGraph(graph, gen(question, graph.nodeCount))
      const document = JSON.parse([...answerJson(graph, answer)].join(''))
      validate(document)
      expect(validate.errors ?? []).toEqual([])
      expect(AnswerSchema.parse(document)).toEqual(document)
      expect(document.nodes.map(({ key }: { key: string }) => graph.nodeOfKey(key))).toEqual([
        ...answer.nodes,
      ])
      expect(document.count).toBe(answer.nodes.length)
      const lists: string[][] | undefined = document.paths ?? document.cycles
      expect(lists?.map((list) => list.map((key) => graph.nodeOfKey(key)))).toEqual(
        answer.lists?.map((list) => [...list]),
      )
      expect([...answerCsv(graph, answer)]).toHaveLength(
        1 + (answer.lists?.flatMap((list) => [...list]) ?? answer.nodes).length,
      )
      expect([...answerText(graph, answer)].join('')).not.toMatch(/undefined|null|NaN/)
    }),
    { numRuns: 300 },
  )
})

test('statsText, statsJson and statsCsv have every figure', () => {
  const stats = statsOf(shop)
  const document = JSON.parse([...statsJson(stats)].join(''))
  validate(document)
  expect(validate.errors ?? []).toEqual([])
  expect(document.stats).toEqual({ ...stats })
  expect([...statsText(stats)]).toContain('by_type.chart              1\n')
  expect([...statsCsv(stats)]).toContain('"cycle_sizes","2"\n')
})
