import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyGraph, graphOf } from './any-graph.ts'
import type { Graph } from './placing/equal-cards.ts'
import { fansOf } from './find-fans.ts'

const found = ({ nodeCount, from, to }: Graph, least = 3, sort = new Int32Array(nodeCount)) =>
  fansOf(nodeCount, from, to, sort, least).map(({ kind, members }) => [kind, ...members])

const fanIn = (readers: number) =>
  graphOf(
    readers + 1,
    Array.from({ length: readers }, (_, i) => [0, i + 1]),
  )

const complete = (count: number) =>
  graphOf(
    count,
    Array.from({ length: count * count }, (_, i): [number, number] => [
      i % count,
      Math.floor(i / count),
    ]).filter(([a, b]) => a !== b),
  )

test('fansOf(table with 1,000 readers) folds the readers', () => {
  expect(found(fanIn(1_000))).toEqual([['fan', ...Array.from({ length: 1_000 }, (_, i) => i + 1)]])
})

test('fansOf(readers of two tables, and one that reads another as well) leaves that one out', () => {
  const edges: [number, number][] = [2, 3, 4, 5].flatMap((reader) => [[0, reader], [1, reader]]) // prettier-ignore
  expect(found(graphOf(7, [...edges, [6, 5]]))).toEqual([['fan', 2, 3, 4]])
})

test('fansOf(readers) keeps sorts apart, and leaves out what never folds', () => {
  const sort = Int32Array.of(0, 1, 1, 1, 2, 2, 2, -1, 3)
  expect(found(fanIn(8), 3, sort)).toEqual([['fan', 1, 2, 3], ['fan', 4, 5, 6]]) // prettier-ignore
})

test('fansOf(too few readers) folds nothing', () => {
  expect(found(fanIn(7), 8)).toEqual([])
})

test('fansOf(things without edges) folds nothing', () => {
  expect(found(graphOf(20, []))).toEqual([])
})

test('fansOf(complete graph of 100) is one circle of 100', () => {
  expect(found(complete(100), 8)).toEqual([['circle', ...Array.from({ length: 100 }, (_, i) => i)]])
})

test('fansOf(complete graph, one thing of which never folds) is one circle of the others', () => {
  const sort = new Int32Array(100)
  sort[40] = -1
  const others = Array.from({ length: 100 }, (_, i) => i).filter((i) => i !== 40)
  expect(found(complete(100), 8, sort)).toEqual([['circle', ...others]])
})

test('fansOf(many that a thing alone joins to a circle, which never folds) has no circle without it', () => {
  const readers = Array.from({ length: 9 }, (_, i) => i + 1)
  const edges = readers.flatMap((one): [number, number][] => [[0, one], [one, 0]]) // prettier-ignore
  const sort = new Int32Array(10)
  sort[0] = -1
  expect(found(graphOf(10, edges), 8, sort)).toEqual([['fan', ...readers]])
})

test('fansOf(ring) folds nothing: a ring can be read', () => {
  expect(
    found(
      graphOf(
        50,
        Array.from({ length: 50 }, (_, i) => [i, (i + 1) % 50]),
      ),
    ),
  ).toEqual([])
})

test('fansOf(readers with edges to themselves) leaves those out: a stack could not show the edge', () => {
  const edges: [number, number][] = [1, 2, 3, 4].map((reader) => [0, reader])
  expect(found(graphOf(5, [...edges, [4, 4]]))).toEqual([['fan', 1, 2, 3]])
})

test('fansOf(graph) puts nothing into two fans, and gives all of a fan the same neighbours', () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const fans = fansOf(graph.nodeCount, graph.from, graph.to, new Int32Array(graph.nodeCount), 2)
      const members = fans.flatMap((fan) => [...fan.members])
      expect(new Set(members).size).toBe(members.length)
      const neighboursOf = (node: number): string[] =>
        [...graph.from.keys()]
          .flatMap((edge) => [
            ...(graph.from[edge] === node ? [`to ${graph.to[edge]!}`] : []),
            ...(graph.to[edge] === node ? [`from ${graph.from[edge]!}`] : []),
          ])
          .sort()
      for (const fan of fans)
        if (fan.kind === 'fan')
          for (const member of fan.members)
            expect(new Set(neighboursOf(member))).toEqual(new Set(neighboursOf(fan.members[0]!)))
    }),
  )
})

test('fansOf(graph) does not depend on the order of edges', () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const backwards = { ...graph, from: graph.from.toReversed(), to: graph.to.toReversed() }
      expect(found(backwards, 2)).toEqual(found(graph, 2))
    }),
  )
})
