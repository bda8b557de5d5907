import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupsOf, membersOf } from '../resolve/groups.ts'
import { csrOf } from './csr.ts'
import { cyclicParts } from './cyclic-parts.ts'
import { strongComponents } from './strong-components.ts'

test('cyclicParts(out) are the strongly connected parts of more than one node', () => {
  const NODES = 12
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(NODES - 1), fc.nat(NODES - 1)), { maxLength: 30 }), (edges) => {
      const out = csrOf(
        NODES,
        edges.map(([from]) => from),
        edges.map(([, to]) => to),
      )
      const { count, componentOf, sizes } = strongComponents(out)
      const groups = groupsOf(count, componentOf)
      const expected = Array.from(sizes.keys())
        .filter((component) => sizes[component]! > 1)
        .map((component) => [...membersOf(groups, component)])
      const inOrder = (parts: number[][]) => parts.sort(([a], [b]) => a! - b!)
      expect(inOrder(cyclicParts(out).map((part) => [...part]))).toEqual(inOrder(expected))
    }),
    { numRuns: 500 },
  )
})

test('cyclicParts(out) of a ring of 100,000 with a tail is the ring', () => {
  const ring = Array.from({ length: 100_000 }, (_, node) => node)
  const out = csrOf(
    100_002,
    [...ring, 0, 100_000],
    [...ring.map((node) => (node + 1) % 100_000), 100_000, 100_001],
  )
  expect(cyclicParts(out).map((part) => part.length)).toEqual([100_000])
})
