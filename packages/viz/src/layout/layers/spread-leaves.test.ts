import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Leaves } from './find-leaves.ts'
import { spreadLeaves } from './spread-leaves.ts'

const CARD = { extent: 48, breadth: 216 }

/** A hub, with number 0, and its leaves. @param way 1 where they are fed, -1 where they feed. */
const fanOf = (leafCount: number, way: 1 | -1): Leaves => ({
  way: Int8Array.from({ length: leafCount + 1 }, (_, item) => (item > 0 ? way : 0)),
  endsOf: () => Uint32Array.of(0),
})

function spread(leaves: Leaves, layer: readonly number[], componentOf?: readonly number[]): Int32Array {
  const own = Int32Array.from(layer)
  const components = Uint32Array.from(componentOf ?? layer.map(() => 0))
  spreadLeaves(own, components, Math.max(...components) + 1, leaves, {
    extent: new Float64Array(layer.length).fill(CARD.extent),
    breadth: new Float64Array(layer.length).fill(CARD.breadth),
    widening: () => 0,
    passing: 24,
    aspect: 1.6,
  })
  return own
}

const times = <T>(count: number, value: T): T[] => new Array<T>(count).fill(value)
const sizesOf = (layer: Int32Array): Record<number, number> => {
  const sizes: Record<number, number> = {}
  for (const own of layer) sizes[own] = (sizes[own] ?? 0) + 1
  return sizes
}

test('spreadLeaves(30 that one feeds) makes three columns of ten of them, in their order', () => {
  const layer = spread(fanOf(30, 1), [0, ...times(30, 1)])
  expect([...layer]).toEqual([0, ...times(10, 1), ...times(10, 2), ...times(10, 3)])
})

test('spreadLeaves(30 that feed one) makes columns before it', () => {
  const layer = spread(fanOf(30, -1), [1, ...times(30, 0)])
  expect([...layer]).toEqual([1, ...times(10, -2), ...times(10, -1), ...times(10, 0)])
})

test('spreadLeaves(a dozen) leaves them in one column', () => {
  expect(sizesOf(spread(fanOf(12, 1), [0, ...times(12, 1)]))).toEqual({ 0: 1, 1: 12 })
})

test('spreadLeaves(30, and others in the layers behind) lets them stand among those', () => {
  // Of 36 items the last five are a chain beside the fan.
  const leaves = fanOf(30, 1)
  const way = Int8Array.from([...leaves.way, ...times(5, 0)])
  const layer = spread({ ...leaves, way }, [0, ...times(30, 1), 1, 2, 3, 4, 5])
  expect([...layer.subarray(31)]).toEqual([1, 2, 3, 4, 5])
  expect(sizesOf(layer)).toEqual({ 0: 1, 1: 16, 2: 16, 3: 1, 4: 1, 5: 1 })
})

test('spreadLeaves(leaves of two hubs) keeps those with the same neighbours together', () => {
  const way = Int8Array.from([0, 0, ...times(30, 1)])
  const endsOf = (leaf: number): Uint32Array => Uint32Array.of(leaf % 2)
  const layer = spread({ way, endsOf }, [0, 0, ...times(30, 1)])
  const hubsIn = (own: number): number => new Set([...layer.keys()].filter((leaf) => leaf > 1 && layer[leaf] === own).map((leaf) => leaf % 2)).size // prettier-ignore
  expect([hubsIn(1), hubsIn(2), hubsIn(3)].filter((hubs) => hubs > 1).length).toBeLessThanOrEqual(1)
})

test('spreadLeaves(any fan) shows it about as broad as is wished for, each component by itself, and moves nothing else', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 13, max: 2000 }),
      fc.constantFrom(1 as const, -1 as const),
      (count, way) => {
        const fan = fanOf(count, way)
        const both: Leaves = { way: Int8Array.from([...fan.way, ...fan.way]), endsOf: fan.endsOf }
        const own = [0, ...times(count, way)]
        const layer = spread(both, [...own, ...own], [...times(count + 1, 0), ...times(count + 1, 1)])
        expect([...layer.subarray(0, count + 1)]).toEqual([...layer.subarray(count + 1)])
        expect(layer[0]).toBe(0)
        for (const at of layer.subarray(1, count + 1)) expect(at * way).toBeGreaterThan(0)
        const { 0: _, ...columns } = sizesOf(layer.subarray(0, count + 1))
        const sizes = Object.values(columns)
        const shape = (sizes.length * CARD.breadth) / (Math.max(...sizes) * CARD.extent)
        expect(shape).toBeGreaterThan(0.5)
        expect(shape).toBeLessThan(2.2)
      },
    ),
  )
})
