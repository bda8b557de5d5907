import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edge, graphOf, internal, resource } from '../../test/run-of.ts'
import { rowOf } from './csr.ts'
import { membersOf, groupsOf } from '../resolve/groups.ts'
import { openingEdges } from './opening-edges.ts'
import { partsOf as cutFrom, type Part } from './part.ts'
import { shortCircle } from './short-circle.ts'
import { strongComponents } from './strong-components.ts'
import { topologicalOrder } from './topological-order.ts'
import { csrOf } from './csr.ts'

const edgesAmong = (count: number) =>
  fc.uniqueArray(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { selector: String, maxLength: 40 })

async function partsOf(edges: readonly (readonly [number, number])[]): Promise<Part[]> {
  const graph = await graphOf({
    'run.jsonl': [
      ...Array.from({ length: 12 }, (_, i) => resource(`t${i}`)),
      ...edges.map(([from, to]) => edge(internal(`t${from}`), internal(`t${to}`))),
    ],
  })
  const { count, componentOf, sizes } = strongComponents(graph.out)
  const groups = groupsOf(count, componentOf)
  const cut = cutFrom(graph)
  return Array.from({ length: count }, (_, i) => i)
    .filter((component) => sizes[component]! > 1)
    .map((component) => cut(membersOf(groups, component)))
}

/** By trying all: the length of the shortest circle. */
function shortestByForce(part: Part): number {
  let shortest = Infinity
  for (let start = 0; start < part.nodes.length; start++) {
    let front = new Set(rowOf(part.out, start))
    for (let steps = 1; steps < shortest; steps++) {
      if (front.has(start)) shortest = steps
      front = new Set([...front].flatMap((node) => [...rowOf(part.out, node)]))
    }
  }
  return shortest
}

test('shortCircle(part) is a circle of the part, and no other is shorter', async () => {
  await fc.assert(
    fc.asyncProperty(edgesAmong(12), async (edges) => {
      for (const part of await partsOf(edges)) {
        const { nodes: circle, isShortest } = shortCircle(part.out)
        expect(isShortest).toBe(true)
        circle.forEach((node, i) => {
          expect([...rowOf(part.out, node)]).toContain(circle[(i + 1) % circle.length])
        })
        expect(circle.length).toBe(shortestByForce(part))
        expect(circle[0]).toBe(Math.min(...circle))
      }
    }),
  )
})

const isOpenWithout = (part: Part, cut: readonly number[]): boolean => {
  const stays = (_: number, i: number): boolean => !cut.includes(i)
  return (
    topologicalOrder(csrOf(part.nodes.length, part.from.filter(stays), part.to.filter(stays))) !== undefined
  )
}

test('openingEdges(part) opens every circle, and none of its edges can be spared, whatever is suspected', async () => {
  await fc.assert(
    fc.asyncProperty(edgesAmong(12), fc.integer({ min: 1, max: 9 }), async (edges, nth) => {
      for (const part of await partsOf(edges)) {
        const cut = openingEdges(part, undefined, (edge) => edge % nth === 1)
        expect(isOpenWithout(part, cut)).toBe(true)
        for (const spared of cut)
          expect(
            isOpenWithout(
              part,
              cut.filter((other) => other !== spared),
            ),
          ).toBe(false)
      }
    }),
  )
})

test('openingEdges(part) is one edge where one is enough, one that is suspected if that is', async () => {
  await fc.assert(
    fc.asyncProperty(edgesAmong(12), fc.integer({ min: 2, max: 9 }), async (edges, nth) => {
      const isSuspect = (edge: number): boolean => edge % nth === 1
      for (const part of await partsOf(edges)) {
        const enough = part.edges.map((_, edge) => edge).filter((edge) => isOpenWithout(part, [edge]))
        if (enough.length === 0) continue
        const cut = openingEdges(part, undefined, isSuspect)
        expect(cut).toHaveLength(1)
        expect(enough).toContain(cut[0])
        expect(isSuspect(cut[0]!)).toBe(enough.some(isSuspect))
      }
    }),
  )
})

test('openingEdges(part) of a ring is one edge', async () => {
  const [part] = await partsOf(Array.from({ length: 12 }, (_, i) => [i, (i + 1) % 12] as const))
  expect(openingEdges(part!)).toHaveLength(1)
})
