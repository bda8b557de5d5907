import { csrOf } from '@lineagraph/core'
import { expect, test } from 'vitest'
import { stayInLayers } from './stay-in-layers.ts'

type Pairs = readonly (readonly [number, number])[]

/** A component; all of it takes 48 of its layer. @param leaves that are fed, or that feed. */
function stay(
  fresh: readonly number[],
  before: readonly number[],
  edges: Pairs,
  { fed = [], feeding = [], most = Infinity }: { fed?: number[]; feeding?: number[]; most?: number } = {},
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
  const room = { extent: new Float64Array(count).fill(48), most }
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
  { what: 'layers too long', before: [0, 2, 2, 2, 2, 1], most: 150 },
  { what: 'nothing before', before: [-1, -1, -1, -1, -1, -1] },
])('stayInLayers($what) keeps nothing', ({ before, most = Infinity }) => {
  const fresh = [0, 1, 1, 1, 2, 2]
  expect(stay(fresh, before, FAN, { fed, most })).toEqual(fresh)
})
