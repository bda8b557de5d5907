import type { DirectedGraph } from 'graphology'
import { bfsFromNode } from 'graphology-traversal'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRun } from '../../../test/any-run.ts'
import { column, edge, external, graphOf, internal, resource } from '../../../test/run-of.ts'
import type { NodeIndex } from '../../resolve/nodes.ts'
import type { LineageGraph } from '../lineage-graph.ts'
import { toGraphology } from '../to-graphology.ts'
import { parseSelector, type Selector, type SelectorTerm } from './parse-selector.ts'
import { selectNodes } from './select-nodes.ts'
import { selectorOf } from './selector-of.ts'

const table = (id: string, title: string, schema: string, database: string, parent?: string) =>
  resource(id, 'table', { title, schema, database, parent_databuilder_id: parent })

const shop = await graphOf({
  'run.jsonl': [
    resource('db', 'database', { title: 'shop' }),
    resource('s', 'schema', { title: 'public', parent_databuilder_id: 'db' }),
    table('t1', 'orders', 'public', 'shop', 's'),
    resource('t1.id', 'column', { title: 'id', parent_databuilder_id: 't1' }),
    table('t2', 'orders', 'archive', 'shop'),
    table('t3', 'daily', 'public', 'shop', 's'),
    resource('d', 'dashboard', { title: 'Sales, 2+2' }),
    resource('c', 'chart', { title: 'Revenue', parent_databuilder_id: 'd' }),
    edge(external('raw', 'landing', 'lake'), internal('t1.id')),
    edge(internal('t1.id'), internal('t3')),
    edge(internal('t3'), internal('c')),
    edge(column('price', 'raw', 'landing', 'lake'), internal('gone')),
  ],
})

const findings = (name: string): NodeIndex[] | undefined =>
  name === 'error' ? [shop.nodeOfId('t3')!] : name === 'info' ? [] : undefined

/** The nodes that a selector means, by id or name; or the fault. */
function meant(text: string, graph = shop): string | string[] {
  const { selector, fault } = parseSelector(text)
  if (fault) return fault.code
  const found = selectNodes(graph, selector, { findings })
  if (found.fault) return `${found.fault.code} at ${text.slice(found.fault.start, found.fault.end)}`
  return Array.from(found.nodes, (node) => graph.idOf(node) || graph.titleOf(node))
}

test('selectNodes(graph, name) takes the id, else the title, else the parts, with everything inside', () => {
  expect(meant('t1')).toEqual(['t1', 't1.id'])
  expect(meant('orders')).toEqual(['t1', 't1.id', 't2'])
  expect(meant('public.orders')).toEqual(['t1', 't1.id'])
  expect(meant('shop.archive.orders')).toEqual(['t2'])
  expect(meant('orders.id')).toEqual(['t1.id'])
  expect(meant('shop.public.orders.id')).toEqual(['t1.id'])
  expect(meant('landing.raw')).toEqual(['raw', 'price'])
  expect(meant('raw.price')).toEqual(['price'])
  expect(meant('gone')).toEqual(['gone'])
  expect(meant('d')).toEqual(['d', 'c'])
})

test('selectNodes(graph, name) says that nothing is meant where no letter may differ, and where', () => {
  expect(meant('c Orders')).toBe('nothing-meant at Orders')
  expect(meant('other.orders')).toBe('nothing-meant at other.orders')
  expect(meant('c,-id:nobody')).toBe('nothing-meant at -id:nobody')
  expect(meant('id:Revenue')).toBe('nothing-meant at id:Revenue')
  expect(meant('title:c')).toBe('nothing-meant at title:c')
  expect(meant('schema:nowhere')).toBe('nothing-meant at schema:nowhere')
  expect(meant('type:tabel')).toBe('nothing-meant at type:tabel')
  expect(meant('finding:grave')).toBe('nothing-meant at finding:grave')
  expect(meant(`'' c`)).toBe(`nothing-meant at ''`)
})

test('selectNodes(graph, …) follows hops from a thing and everything inside it', () => {
  expect(meant('t1+1')).toEqual(['t1', 't1.id', 't3'])
  expect(meant('t1+')).toEqual(['t1', 't1.id', 't3', 'c'])
  expect(meant('1+t1')).toEqual(['t1', 't1.id', 'raw'])
  expect(meant('2+d')).toEqual(['t1.id', 't3', 'd', 'c'])
  expect(meant('+type:dashboard')).toEqual(['t1.id', 't3', 'd', 'c', 'raw'])
  expect(meant('1+t3+1')).toEqual(['t1.id', 't3', 'c'])
})

test('selectNodes(graph, …) follows other ways where some are given', () => {
  const { selector } = parseSelector('t1+1')
  const none = {
    starts: new Uint32Array(shop.nodeCount + 1),
    neighbors: new Uint32Array(0),
    edges: new Uint32Array(0),
  }
  const found = selectNodes(shop, selector!, { findings, ways: { in: none, out: none } })
  expect([...found.nodes!].map((node) => shop.idOf(node))).toEqual(['t1', 't1.id'])
})

test('selectNodes(graph, type:…) takes what is of a type, also what is mentioned only', () => {
  expect(meant('type:table')).toEqual(['t1', 't2', 't3', 'raw'])
  expect(meant('type:column')).toEqual(['t1.id', 'price'])
  expect(meant('type:external_table')).toEqual(['raw'])
  expect(meant('type:missing')).toEqual(['gone'])
  expect(meant('type:dashboard_group')).toEqual([])
})

test('selectNodes(graph, schema:…) takes what stands there by its field, its parents, or its table', () => {
  expect(meant('schema:public')).toEqual(['s', 't1', 't1.id', 't3'])
  expect(meant('schema:landing')).toEqual(['raw', 'price'])
  expect(meant('database:shop')).toEqual(['db', 's', 't1', 't1.id', 't2', 't3'])
  expect(meant('schema:public,type:table')).toEqual(['t1', 't3'])
})

test('selectNodes(graph, finding:…) takes what findings are about; a severity without any means nothing', () => {
  expect(meant('finding:error')).toEqual(['t3'])
  expect(meant('finding:error+')).toEqual(['t3', 'c'])
  expect(meant('finding:info')).toEqual([])
})

test('selectNodes(graph, …) joins by blanks, meets by commas, leaves out by a minus', () => {
  expect(meant('c t2')).toEqual(['t2', 'c'])
  expect(meant('t1+,+c')).toEqual(['t1.id', 't3', 'c'])
  expect(meant('type:table -orders')).toEqual(['t3', 'raw'])
  expect(meant('type:table,-orders t1')).toEqual(['t1', 't1.id', 't3', 'raw'])
  expect(meant('-database:shop')).toEqual(['d', 'c', 'gone', 'raw', 'price'])
  expect(meant('-type:table,-type:column -gone')).toEqual(['db', 's', 'd', 'c'])
})

test('selectNodes(graph, …) tells which names mean several things', () => {
  const { selector } = parseSelector('orders c')
  const { several } = selectNodes(shop, selector!, { findings })
  expect(several).toEqual([
    { term: selector!.groups[0]![0], nodes: [shop.nodeOfId('t1'), shop.nodeOfId('t2')] },
  ])
})

test('selectNodes(graph, selectorOf(graph, node)) is the node with everything inside, whatever it is called', async () => {
  const hostile = fc.constantFrom(
    '+',
    '2+',
    '+1',
    ' ',
    ',',
    "'",
    '"',
    '\\',
    '\n',
    '\u2028',
    '\u001b',
    'id:',
    '-',
    '\u{e0001}',
    '\ud800',
    'a.b',
  )
  const id = fc.oneof(
    fc.array(hostile, { minLength: 1 }).map((all) => all.join('')),
    fc.string({ minLength: 1 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(id, { minLength: 1 }), id, async (ids, name) => {
      const graph = await graphOf({
        'run.jsonl': [
          ...ids.map((one) => resource(one)),
          edge(external(name, 'x'), internal(ids[0]!)),
          edge(column(name, name), internal(ids[0]!)),
        ],
      })
      for (let node = 0; node < graph.nodeCount; node++) {
        const text = selectorOf(graph, node)
        expect(text).toMatch(/^[ !-~\p{L}\p{N}\p{P}\p{S}\p{M}]*$/u)
        const found = selectNodes(graph, parseSelector(text).selector!, { findings })
        expect([...found.nodes!]).toEqual([node, ...graph.childrenOf(node)])
      }
    }),
    { numRuns: 300 },
  )
})

/** What a term means, in sets, on graphology. */
function plainly(graph: LineageGraph, whole: DirectedGraph, { value, up, down }: SelectorTerm): Set<string> {
  const all = Array.from({ length: graph.nodeCount }, (_, node) => node)
  const inside = new Set(all.filter((node) => graph.idOf(node) === value))
  for (const node of inside) for (const child of all) if (graph.parentOf(child) === node) inside.add(child)
  const starts = [...inside].map((node) => graph.keyOf(node))
  const found = new Set(starts)
  for (const [steps, mode] of [
    [up, 'inbound'],
    [down, 'outbound'],
  ] as const)
    for (const start of starts)
      bfsFromNode(
        whole,
        start,
        (key, _, depth) => {
          if (depth <= steps) found.add(key)
          return depth >= steps
        },
        { mode },
      )
  return found
}

test('selectNodes(graph, selector) means what sets and graphology make of it', async () => {
  const hops = fc.constantFrom(0, 0, 1, 2, Infinity)
  const term = fc.record({
    value: fc.constantFrom(...'abcdefghij', '__proto__', 'gone'),
    up: hops,
    down: hops,
    isNot: fc.boolean(),
  })
  const groups = fc.array(fc.array(term, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(anyRun, groups, async (run, wished) => {
      const graph = await graphOf(run)
      const whole = toGraphology(graph)
      const selector: Selector = {
        groups: wished
          .map((group) => group.filter(({ value }) => graph.nodeOfId(value) !== undefined))
          .filter((group) => group.length > 0)
          .map((group) => group.map((one) => ({ ...one, method: 'id', start: 0, end: 0 }))),
      }
      if (selector.groups.length === 0) return
      const keys = whole.nodes()
      const meantBy = (one: SelectorTerm): Set<string> => plainly(graph, whole, one)
      const hasWanted = (group: readonly SelectorTerm[]): boolean => group.some(({ isNot }) => !isNot)
      const isIn = (group: readonly SelectorTerm[], key: string): boolean =>
        group.every((one) => meantBy(one).has(key) !== one.isNot)
      const positive = selector.groups.filter(hasWanted)
      const left = selector.groups.filter((group) => !hasWanted(group))
      const wanted = keys.filter(
        (key) =>
          (positive.length === 0 || positive.some((group) => isIn(group, key))) &&
          left.every((group) => group.every((one) => !meantBy(one).has(key))),
      )
      const found = selectNodes(graph, selector, { findings })
      expect(Array.from(found.nodes!, (node) => graph.keyOf(node)).sort()).toEqual(wanted.sort())
    }),
    { numRuns: 300 },
  )
})

test('selectNodes(graph, …) takes a chain of 100,000 parents, and a circle of them', async () => {
  const chain = Array.from({ length: 100_000 }, (_, i) =>
    resource(`n${i}`, 'table', {
      title: 'x',
      parent_databuilder_id: i === 0 ? null : `n${i - 1}`,
      ...(i === 0 && { schema: 'deep' }),
    }),
  )
  const graph = await graphOf({ 'run.jsonl': chain })
  expect(meant('schema:deep,n99999', graph)).toEqual(['n99999'])
  expect(meant('1+n0,n99998', graph)).toHaveLength(2)
  expect(meant(`x${'.x'.repeat(1000)}`, graph)).toMatch('nothing-meant')
  const circle = await graphOf({
    'run.jsonl': [
      resource('a', 'column', { title: 'x', parent_databuilder_id: 'b' }),
      resource('b', 'column', { title: 'x', parent_databuilder_id: 'a' }),
    ],
  })
  expect(meant('a', circle)).toEqual(['a', 'b'])
  const round = `y${'.x'.repeat(1000)}`
  expect(meant(round, circle)).toBe(`nothing-meant at ${round}`)
})
