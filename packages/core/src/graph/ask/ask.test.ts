import { stronglyConnectedComponents } from 'graphology-components'
import { bidirectional } from 'graphology-shortest-path/unweighted.js'
import { allSimplePaths } from 'graphology-simple-path'
import { bfsFromNode } from 'graphology-traversal'
import { DirectedGraph } from 'graphology'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRun } from '../../../test/any-run.ts'
import { atlasOf } from '../../../test/atlas-of.ts'
import { edge, graphOf, internal, resource } from '../../../test/run-of.ts'
import type { NodeIndex } from '../../resolve/nodes.ts'
import { everythingInside } from '../everything-inside.ts'
import type { LineageGraph } from '../lineage-graph.ts'
import { toGraphology } from '../to-graphology.ts'
import { LEVELS, type AskLevel, type Question } from './answer.ts'
import { askGraph } from './ask.ts'

/** The graph as graphology has it: as declared, or with each column's lineage on its table. */
function plain(
  graph: LineageGraph,
  level: AskLevel,
): { whole: DirectedGraph; keyOf: (node: NodeIndex) => string } {
  if (level === 'column') return { whole: toGraphology(graph), keyOf: (node) => graph.keyOf(node) }
  const { tree } = atlasOf(graph)
  const keyOf = (node: NodeIndex): string => graph.keyOf(tree.order[tree.at[node]!]!)
  const whole = new DirectedGraph()
  for (let node = 0; node < graph.nodeCount; node++) whole.mergeNode(keyOf(node))
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const [from, to] = [graph.fromOf(edge), graph.toOf(edge)]
    if (keyOf(from) !== keyOf(to)) whole.mergeEdge(keyOf(from), keyOf(to))
  }
  return { whole, keyOf }
}

const keysOf = (graph: LineageGraph, question: Question): string[] =>
  Array.from(askGraph(graph, question).nodes, (node) => graph.keyOf(node))

const level = fc.constantFrom(...LEVELS)

test('askGraph(graph, upstream or downstream) gives what graphology reaches, as many hops away', async () => {
  const side = fc.constantFrom('upstream', 'downstream')
  const depth = fc.constantFrom(undefined, 0, 1, 2)
  await fc.assert(
    fc.asyncProperty(anyRun, level, side, depth, fc.nat(), async (run, level, kind, depth, any) => {
      const graph = await graphOf(run)
      if (graph.nodeCount === 0) return
      const of = any % graph.nodeCount
      const { whole, keyOf } = plain(graph, level)
      const starts = new Set([...everythingInside(graph, [of])].map(keyOf))
      const wanted = new Map<string, number>()
      for (const start of starts)
        bfsFromNode(
          whole,
          start,
          (key, _, steps) => {
            if (!starts.has(key)) wanted.set(key, Math.min(steps, wanted.get(key) ?? Infinity))
          },
          { mode: kind === 'upstream' ? 'inbound' : 'outbound' },
        )
      for (const [key, steps] of wanted) if (steps > (depth ?? Infinity)) wanted.delete(key)
      const question: Question = { kind, level, of, ...(depth !== undefined && { depth }) }
      const { nodes, hopsOf, via } = askGraph(graph, question)
      expect(new Map([...nodes].map((node) => [graph.keyOf(node), hopsOf!(node)]))).toEqual(wanted)
      const hops = Array.from(nodes, hopsOf!)
      expect(hops).toEqual(hops.toSorted((a, b) => a - b))
      for (const node of nodes) {
        const from = via![node]!
        expect(from < 0 ? 1 : hopsOf!(from) + 1).toBe(hopsOf!(node))
        const [one, other] = kind === 'upstream' ? [node, from] : [from, node]
        if (from >= 0) expect(whole.hasEdge(graph.keyOf(one), graph.keyOf(other))).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
})

test('askGraph(graph, { type }) gives what is of the type, or holds what is reached, as near as its nearest part', async () => {
  const graph = await graphOf({
    'run.jsonl': [
      resource('t', 'table'),
      resource('d', 'dashboard'),
      resource('c1', 'chart', { parent_databuilder_id: 'd' }),
      resource('c2', 'chart', { parent_databuilder_id: 'd' }),
      resource('e', 'dashboard'),
      edge(internal('t'), internal('c1')),
      edge(internal('c1'), internal('c2')),
      edge(internal('c2'), internal('e')),
    ],
  })
  const question = { kind: 'downstream', level: 'column', of: graph.nodeOfId('t')! } as const
  const { nodes, hopsOf, via } = askGraph(graph, { ...question, type: 'dashboard' })
  expect(Array.from(nodes, (node) => [graph.idOf(node), hopsOf!(node)])).toEqual([
    ['d', 1],
    ['e', 3],
  ])
  expect(via).toBe(undefined)
  expect(keysOf(graph, { ...question, type: 'chart', depth: 1 })).toEqual(['id:c1'])
  expect(keysOf(graph, { ...question, type: 'schema' })).toEqual([])
})

test('askGraph(graph, roots or leaves) gives what has edges on one side alone, edges to itself aside', async () => {
  await fc.assert(
    fc.asyncProperty(anyRun, level, async (run, level) => {
      const graph = await graphOf(run)
      const { whole } = plain(graph, level)
      for (const key of whole.nodes()) if (whole.hasEdge(key, key)) whole.dropEdge(key, key)
      const roots = whole.filterNodes((key) => whole.inDegree(key) === 0 && whole.outDegree(key) > 0)
      const leaves = whole.filterNodes((key) => whole.outDegree(key) === 0 && whole.inDegree(key) > 0)
      expect(new Set(keysOf(graph, { kind: 'roots', level }))).toEqual(new Set(roots))
      expect(new Set(keysOf(graph, { kind: 'leaves', level }))).toEqual(new Set(leaves))
    }),
    { numRuns: 150 },
  )
})

test('askGraph(graph, cycles) gives the strongly connected parts of more than one, the largest first', async () => {
  await fc.assert(
    fc.asyncProperty(anyRun, level, async (run, level) => {
      const graph = await graphOf(run)
      const parts = stronglyConnectedComponents(plain(graph, level).whole).filter((part) => part.length > 1)
      const { lists } = askGraph(graph, { kind: 'cycles', level })
      const told = lists!.map((list) =>
        Array.from(list, (node) => graph.keyOf(node))
          .sort()
          .join('\n'),
      )
      expect(told.toSorted()).toEqual(parts.map((part) => part.toSorted().join('\n')).sort())
      const sizes = lists!.map((list) => list.length)
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    }),
    { numRuns: 150 },
  )
})

test('askGraph(graph, path) gives a path as short as graphology’s, and all that it finds', async () => {
  await fc.assert(
    fc.asyncProperty(anyRun, level, fc.nat(), fc.nat(), async (run, level, one, other) => {
      const graph = await graphOf(run)
      const { whole, keyOf } = plain(graph, level)
      // Things with nothing inside, so that a path has one beginning and one end.
      const single = Array.from({ length: graph.nodeCount }, (_, node) => node).filter(
        (node) => graph.childrenOf(node).length === 0,
      )
      if (single.length === 0) return
      const [from, to] = [single[one % single.length]!, single[other % single.length]!]
      if (keyOf(from) === keyOf(to)) return
      const told = (all: boolean): string[] =>
        askGraph(graph, { kind: 'path', level, from, to, all }).lists!.map((list) =>
          Array.from(list, (node) => graph.keyOf(node)).join('\n'),
        )
      const shortest = bidirectional(whole, keyOf(from), keyOf(to))
      const [path] = told(false)
      expect(path?.split('\n').length).toBe(shortest?.length)
      const all = told(true)
      expect(all.toSorted()).toEqual(
        allSimplePaths(whole, keyOf(from), keyOf(to))
          .map((keys) => keys.join('\n'))
          .sort(),
      )
      if (path !== undefined) expect(all).toContain(path)
    }),
    { numRuns: 200 },
  )
})

/** A chain of n nodes, and a ring of as many. */
const chain = (count: number, prefix: string, closes: boolean) =>
  Array.from({ length: count }, (_, i) => i)
    .filter((i) => closes || i < count - 1)
    .map((i) => edge(internal(prefix + i), internal(prefix + ((i + 1) % count))))

test('askGraph(graph, …) takes a chain and a ring of 100,000', async () => {
  const graph = await graphOf({ 'run.jsonl': [...chain(100_000, 'c', false), ...chain(100_000, 'r', true)] })
  const node = (id: string): NodeIndex => graph.nodeOfId(id)!
  const level = 'column'
  expect(askGraph(graph, { kind: 'downstream', level, of: node('c0') }).nodes).toHaveLength(99_999)
  expect(askGraph(graph, { kind: 'cycles', level }).lists![0]).toHaveLength(100_000)
  const path = askGraph(graph, { kind: 'path', level, from: node('c0'), to: node('c99999'), all: true })
  expect([path.lists![0]!.length, path.isAll]).toEqual([100_000, true])
})

test('askGraph(graph, { all }) stops where there are more paths than can be told, and says so', async () => {
  const ladder = Array.from({ length: 40 }, (_, i) => [
    edge(internal(`n${i}`), internal(`a${i}`)),
    edge(internal(`n${i}`), internal(`b${i}`)),
    edge(internal(`a${i}`), internal(`n${i + 1}`)),
    edge(internal(`b${i}`), internal(`n${i + 1}`)),
  ]).flat()
  const graph = await graphOf({ 'run.jsonl': ladder })
  const [from, to] = [graph.nodeOfId('n0')!, graph.nodeOfId('n40')!]
  const { lists, isAll } = askGraph(graph, { kind: 'path', level: 'column', from, to, all: true })
  expect([lists!.length, isAll]).toEqual([1000, false])
})
