import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRun } from '../../test/any-run.ts'
import { atlasOf } from '../../test/atlas-of.ts'
import { edge, graphOf, internal, resource } from '../../test/run-of.ts'
import { betweenOf, countPaths } from './between.ts'
import { innerEnd, pathsOf } from './paths.ts'
import type { ThingIndex } from './thing-groups.ts'

/** All paths that pass nothing twice and are at an end only where they begin and end, one edge at a time. */
function plainPaths(
  next: (unit: number) => readonly number[],
  starts: readonly number[],
  ends: readonly number[],
): number[][] {
  const found: number[][] = []
  const open = starts.map((start) => [start])
  for (let path = open.pop(); path; path = open.pop()) {
    const here = path.at(-1)!
    if (ends.includes(here)) found.push(path)
    else
      for (const unit of new Set(next(here)))
        if (!path.includes(unit) && !starts.includes(unit)) open.push([...path, unit])
  }
  return found
}

const linksOf = (paths: readonly (readonly number[])[]): string[] =>
  [...new Set(paths.flatMap((path) => path.slice(1).map((to, i) => `${path[i]!} ${to}`)))].sort()

test('pathsOf(…) finds every path between ends of any kind, betweenOf(…) what lies on them, and countPaths(…) how many they are', async () => {
  let nested = 0
  await fc.assert(
    fc.asyncProperty(anyRun, fc.nat(), fc.nat(), fc.boolean(), async (run, one, other, followsColumns) => {
      const atlas = atlasOf(await graphOf(run))
      const { graph, tree } = atlas
      if (tree.thingCount === 0) return
      const [from, to] = [one % tree.thingCount, other % tree.thingCount]
      const unitOf = (node: number): number => (followsColumns ? node : tree.at[node]!)
      const nodes = Array.from({ length: graph.nodeCount }, (_, node) => node)
      const inside = (end: ThingIndex): number[] => {
        const isRow = end < graph.nodeCount && tree.rowOf[end]! >= 0
        if (isRow) return [unitOf(end)]
        const [first, last] = [tree.at[end]!, tree.end[tree.at[end]!]!]
        const isIn = (position: number): boolean => position >= first && position < last
        return followsColumns
          ? nodes.filter((node) => isIn(tree.at[node]!))
          : [...tree.order.keys()].filter(isIn)
      }
      const [starts, ends] = [inside(from), inside(to)]
      const meets = starts.some((unit) => ends.includes(unit))
      const next = (unit: number): number[] =>
        Array.from({ length: graph.edgeCount }, (_, edge) => edge)
          .filter((edge) => unitOf(graph.fromOf(edge)) === unit)
          .map((edge) => unitOf(graph.toOf(edge)))
      const wanted = meets ? [] : plainPaths(next, starts, ends)
      const wish = { from, to, followsColumns, hidden: null }
      if (meets) expect(innerEnd(atlas, wish)).not.toBeNull()
      if (innerEnd(atlas, wish) !== null) {
        nested++
        expect(wanted).toEqual([])
      }

      const { paths, isAll } = pathsOf(atlas, wish, 1000)
      expect(isAll).toBe(true)
      expect(paths.map(String).sort()).toEqual(wanted.map(String).sort())
      const lengths = wanted.map((path) => path.length).sort((a, b) => a - b)
      expect(paths.map((path) => path.length)).toEqual(lengths)

      const shortest = paths.filter((path) => path.length === lengths[0])
      expect(countPaths(atlas, wish)).toEqual({
        shortest: { paths: shortest.length, isAll: true },
        all: { paths: paths.length, isAll: true },
      })
      const positionOf = (unit: number): number => (followsColumns ? tree.at[unit]! : unit)
      const adjacent = followsColumns ? graph.out : atlas.cards.out
      for (const [takes, ways] of [
        ['shortest', shortest],
        ['all', paths],
      ] as const) {
        const between = betweenOf(atlas, wish, takes, 100)
        expect(between.length).toBe((lengths[0] ?? 0) - 1)
        if (ways.length === 0) continue
        const on = new Set(ways.flat().map(positionOf))
        expect([...between.positions]).toEqual([...on].sort((a, b) => a - b))
        const links: string[] = []
        adjacent.starts.subarray(1).forEach((end, unit) => {
          for (let i = adjacent.starts[unit]!; i < end; i++)
            if (between.links.includes(adjacent.edges[i]!)) links.push(`${unit} ${adjacent.neighbors[i]!}`)
        })
        expect(links.sort()).toEqual(linksOf(ways))
      }
    }),
    { numRuns: 500 },
  )
  expect(nested).toBeGreaterThan(0)
})

test('pathsOf(…) ends as soon as it is inside the end, and begins where it leaves the start for the last time', async () => {
  const at = (id: string, parent: string) => resource(id, 'table', { parent_databuilder_id: parent })
  const atlas = atlasOf(
    await graphOf({
      'run.jsonl': [
        ...['s', 't'].map((id) => resource(id, 'schema')),
        ...[at('a', 's'), at('b', 's'), at('c', 't'), at('d', 't')],
        ...[edge(internal('a'), internal('b')), edge(internal('b'), internal('c'))],
        edge(internal('c'), internal('d')),
      ],
    }),
  )
  const node = (id: string): number => atlas.graph.nodeOfId(id)!
  const told = (from: string, to: string): string[] => {
    const wish = { from: node(from), to: node(to), followsColumns: false, hidden: null }
    const titleAt = (position: number): string => atlas.graph.titleOf(atlas.tree.order[position]!)
    const { paths } = pathsOf(atlas, wish, 10)
    return [innerEnd(atlas, wish) ?? 'apart', ...paths.map((path) => path.map(titleAt).join(' '))]
  }
  expect(told('a', 't')).toEqual(['apart', 'a b c'])
  expect(told('s', 't')).toEqual(['apart', 'b c'])
  expect(told('a', 's')).toEqual(['from'])
  expect(told('s', 'b')).toEqual(['to'])
  expect(told('a', 'a')).toEqual(['same'])
})

test('countPaths(…) counts paths without walking them, and says where that is more than it can tell apart', async () => {
  const ladder = (rungs: number) =>
    Array.from({ length: rungs }, (_, i) =>
      ['a', 'b'].flatMap((way) => [
        edge(internal(`n${i}`), internal(`${way}${i}`)),
        edge(internal(`${way}${i}`), internal(`n${i + 1}`)),
      ]),
    ).flat()
  const countOf = async (rungs: number) => {
    const atlas = atlasOf(await graphOf({ 'run.jsonl': ladder(rungs) }))
    const [from, to] = [atlas.graph.nodeOfId('n0')!, atlas.graph.nodeOfId(`n${rungs}`)!]
    return countPaths(atlas, { from, to, followsColumns: false, hidden: null }).all
  }
  expect(await countOf(40)).toEqual({ paths: 2 ** 40, isAll: true })
  expect(await countOf(60)).toEqual({ paths: 1e15, isAll: false })
})

test('countPaths(…) where circles lie on more paths than can be followed counts at least as many as the shortest', async () => {
  const sides = Array.from({ length: 12 }, (_, i) => i)
  const both = (from: string, to: string) => [
    edge(internal(from), internal(to)),
    edge(internal(to), internal(from)),
  ]
  const grid = sides.flatMap((x) =>
    sides.flatMap((y) => [...both(`${x} ${y}`, `${x + 1} ${y}`), ...both(`${x} ${y}`, `${x} ${y + 1}`)]),
  )
  const atlas = atlasOf(await graphOf({ 'run.jsonl': grid }))
  const [from, to] = [atlas.graph.nodeOfId('0 0')!, atlas.graph.nodeOfId('11 11')!]
  const counts = countPaths(atlas, { from, to, followsColumns: false, hidden: null })
  expect(counts).toEqual({
    shortest: { paths: 705_432, isAll: true },
    all: { paths: 705_432, isAll: false },
  })
})

test('pathsOf(atlas, wish, most) says so where there are more than can be counted', async () => {
  const rungs = Array.from({ length: 60 }, (_, i) => i)
  const lines = rungs.flatMap((i) =>
    ['a', 'b'].flatMap((from) =>
      ['a', 'b'].map((to) => edge(internal(`${from}${i}`), internal(`${to}${i + 1}`))),
    ),
  )
  const atlas = atlasOf(await graphOf({ 'run.jsonl': lines }))
  const [from, to] = [atlas.graph.nodeOfId('a0')!, atlas.graph.nodeOfId('a60')!]
  const wish = { from, to, followsColumns: false, hidden: null }
  const { paths, isAll } = pathsOf(atlas, wish, 25)
  expect([paths.length, isAll]).toEqual([25, false])
  expect(betweenOf(atlas, wish, 'all', 1000).total).toBe(120)
  expect(betweenOf(atlas, wish, 'all', 10)).toMatchObject({ total: 120, length: 60 })
})

test('betweenOf(…) of more than it may give gives what is on the shortest paths first, with both ends', async () => {
  const sides = ['b', 'c', 'd', 'e']
  const lines = [
    ...[edge(internal('a'), internal('s')), edge(internal('s'), internal('z'))],
    ...sides.flatMap((side) => [edge(internal('a'), internal(side)), edge(internal(side), internal('y'))]),
    edge(internal('y'), internal('z')),
  ]
  const atlas = atlasOf(await graphOf({ 'run.jsonl': lines }))
  const [from, to] = [atlas.graph.nodeOfId('a')!, atlas.graph.nodeOfId('z')!]
  for (const followsColumns of [false, true]) {
    const { positions, total } = betweenOf(atlas, { from, to, followsColumns, hidden: null }, 'all', 3)
    const keys = Array.from(positions, (position) => atlas.graph.keyOf(atlas.tree.order[position]!))
    expect([total, keys.sort()]).toEqual([8, ['id:a', 'id:s', 'id:z']])
  }
})

test('pathsOf(…) takes a dead end of any size and a path of 100,000 hops', async () => {
  const chain = Array.from({ length: 100_000 }, (_, i) => edge(internal(`n${i}`), internal(`n${i + 1}`)))
  const atlas = atlasOf(await graphOf({ 'run.jsonl': chain }))
  const [from, to] = [atlas.graph.nodeOfId('n0')!, atlas.graph.nodeOfId('n100000')!]
  expect(pathsOf(atlas, { from, to, followsColumns: false, hidden: null }, 5).paths[0]).toHaveLength(100_001)
  expect(pathsOf(atlas, { from: to, to: from, followsColumns: false, hidden: null }, 5).paths).toEqual([])
})

test('pathsOf(…) between columns follows columns, between tables what any of their columns does', async () => {
  const of = (table: string) => ({ parent_databuilder_id: table })
  const atlas = atlasOf(
    await graphOf({
      'run.jsonl': [
        ...['a', 'b', 'c'].map((id) => resource(id)),
        ...['a', 'b', 'c'].flatMap((id) => [
          resource(`${id}.x`, 'column', of(id)),
          resource(`${id}.y`, 'column', of(id)),
        ]),
        edge(internal('a.x'), internal('b.x')),
        edge(internal('b.y'), internal('c.y')),
      ],
    }),
  )
  const between = (from: string, to: string, followsColumns: boolean): number =>
    betweenOf(
      atlas,
      { from: atlas.graph.nodeOfId(from)!, to: atlas.graph.nodeOfId(to)!, followsColumns, hidden: null },
      ...(['all', 10] as const),
    ).length
  expect(between('a', 'c', false)).toBe(2)
  expect(between('a', 'c', true)).toBe(-1)
  expect(between('a.x', 'b.x', true)).toBe(1)
  expect(between('a', 'b', true)).toBe(1)
})
