import { csrOf } from '@lineagraph/core'
import { expect, test } from 'vitest'
import { stayInLayers } from './stay-in-layers.ts'

type Pairs = readonly (readonly [number, number])[]

/** A component; all of it takes 48 of its layer, but for what is wide. @param fed, feeding leaves. */
function stay(
  fresh: readonly number[],
  before: readonly number[],
  edges: Pairs,
  {
    fed = [],
    feeding = [],
    most = Infinity,
    wide = -1,
  }: { fed?: number[]; feeding?: number[]; most?: number; wide?: number } = {},
): number[] {
  const count = fresh.length
  const [from, to] = [edges.map(([one]) => one), edges.map(([, other]) => other)]
  const way = new Int8Array(count)
  for (const leaf of fed) way[leaf] = 1
  for (const leaf of feeding) way[leaf] = -1
  const linked = {
    ...{ out: csrOf(count, from, to), into: csrOf(count, to, from) },
    ...{ componentOf: new Uint32Array(count), count: 1, way },
  }
  const extent = new Float64Array(count).fill(48)
  if (wide >= 0) extent[wide] = 140
  const room = { extent, most }
  return [...stayInLayers(Int32Array.from(fresh), Int32Array.from(before), linked, room)]
}

/** 0 feeds 1 to 5. */
const FAN: Pairs = [1, 2, 3, 4, 5].map((leaf) => [0, leaf])
const fed = [1, 2, 3, 4, 5]

test('stayInLayers(other columns of a fan than before) gives those before', () => {
  expect(stay([0, 1, 1, 1, 2, 2], [0, 2, 1, 2, 1, 1], FAN, { fed })).toEqual([0, 2, 1, 2, 1, 1])
})

test('stayInLayers(new leaf) puts it into the shortest column of its fan', () => {
  expect(stay([0, 1, 1, 1, 2, 2], [0, 1, 1, 2, 1, -1], FAN, { fed })).toEqual([0, 1, 1, 2, 1, 2])
  const turned = FAN.map(([hub, leaf]) => [leaf, hub] as const)
  expect(stay([2, 0, 0, 1, 1, 1], [2, 1, 1, 0, 1, -1], turned, { feeding: fed })).toEqual([2, 1, 1, 0, 1, 0])
})

test('stayInLayers(new thing in a chain) puts it behind what feeds it, or before what it feeds', () => {
  const chain: Pairs = [[0, 1], [1, 2], [2, 3]] // prettier-ignore
  expect(stay([0, 1, 2, 3], [0, 1, 2, -1], chain)).toEqual([0, 1, 2, 3])
  expect(stay([0, 1, 2, 3], [-1, 0, 2, 3], chain)).toEqual([0, 1, 2, 3])
})

test('stayInLayers(nothing left in a layer) lets that layer go', () => {
  expect(stay([0, 1, 1, 1, 1, 1], [0, 3, 1, 3, 1, 1], FAN, { fed })).toEqual([0, 2, 1, 2, 1, 1])
})

test.each([
  { what: 'an edge that would lead back', before: [0, 1, 1, 1, 2, 0] },
  { what: 'as much new as there was', before: [0, 2, 1, -1, -1, -1] },
  { what: 'nothing before', before: [-1, -1, -1, -1, -1, -1] },
])('stayInLayers($what) keeps nothing', ({ before }) => {
  const fresh = [0, 1, 1, 1, 2, 2]
  expect(stay(fresh, before, FAN, { fed })).toEqual(fresh)
})

test('stayInLayers(one that has grown too wide for its layer) gives it one of its own behind that, and leaves the others in theirs', () => {
  const edges: Pairs = [[0, 1], [0, 2], [0, 3], [1, 4], [2, 4], [3, 5]] // prettier-ignore
  const before = [0, 1, 1, 1, 2, 2]
  const fresh = [0, 1, 2, 2, 3, 3]
  expect(stay(fresh, before, edges, { wide: 2, most: 150 })).toEqual([0, 1, 2, 1, 3, 3])
})

test('stayInLayers(far too many for a layer) breaks it, and it alone', () => {
  expect(stay([0, 1, 1, 1, 2, 2], [0, 1, 1, 1, 1, 2], FAN, { fed, most: 100 })).toEqual([0, 1, 1, 2, 2, 3])
})
