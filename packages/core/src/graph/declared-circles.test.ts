import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRun } from '../../test/any-run.ts'
import { edge, graphOf, internal, resource } from '../../test/run-of.ts'
import { declaredCircles } from './declared-circles.ts'

test('declaredCircles(graph) finds every circle, a way round it and edges without which it is open', async () => {
  await fc.assert(
    fc.asyncProperty(anyRun, async (run) => {
      const graph = await graphOf(run)
      const circles = declaredCircles(graph)
      const edges = Array.from({ length: graph.edgeCount }, (_, edge) => edge)
      const reach = (from: number, without: ReadonlySet<number>): Set<number> => {
        const found = new Set<number>()
        const open = [from]
        for (let node = open.pop(); node !== undefined; node = open.pop())
          for (const edge of edges)
            if (graph.fromOf(edge) === node && !without.has(edge) && !found.has(graph.toOf(edge))) {
              found.add(graph.toOf(edge))
              open.push(graph.toOf(edge))
            }
        return found
      }
      const cut = new Set(Array.from({ length: circles.count }, (_, i) => [...circles.at(i).cut]).flat())
      for (let node = 0; node < graph.nodeCount; node++) {
        const others = [...reach(node, new Set())].filter(
          (other) => other !== node && reach(other, new Set()).has(node),
        )
        expect(circles.circleOf[node]! >= 0).toBe(others.length > 0)
        for (const other of others) expect(circles.circleOf[other]).toBe(circles.circleOf[node])
        for (const other of reach(node, cut))
          if (other !== node) expect(reach(other, cut).has(node)).toBe(false)
      }
      for (let i = 0; i < circles.count; i++) {
        const { way } = circles.at(i)
        way.forEach((edge, at) => {
          expect(graph.toOf(edge)).toBe(graph.fromOf(way[(at + 1) % way.length]!))
        })
      }
    }),
  )
})

test('declaredCircles(graph) names a circle by the first of its keys, whatever the order of the lines', async () => {
  const lines = [
    resource('b'),
    resource('a'),
    edge(internal('b'), internal('c')),
    edge(internal('c'), internal('a')),
    edge(internal('a'), internal('b')),
    edge(internal('b'), internal('b')),
  ]
  for (const run of [lines, lines.toReversed()]) {
    const circle = declaredCircles(await graphOf({ 'run.jsonl': run })).at(0)
    expect(circle).toMatchObject({ key: 'circle:id:a', isShortest: true })
    expect([circle.nodes.length, circle.way.length, circle.cut.length]).toEqual([3, 3, 1])
  }
})

test('declaredCircles(graph) gives circles in the order of their first nodes, and none beyond the last', async () => {
  const pairs = [['a', 'b'], ['b', 'a'], ['b', 'c'], ['c', 'd'], ['d', 'c']] as const // prettier-ignore
  const lines = pairs.map(([from, to]) => edge(internal(from), internal(to)))
  const circles = declaredCircles(await graphOf({ 'run.jsonl': lines }))
  expect([circles.at(0).key, circles.at(1).key]).toEqual(['circle:id:a', 'circle:id:c'])
  expect(() => circles.at(2)).toThrow('there is no circle 2')
})
