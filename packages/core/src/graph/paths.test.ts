import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRun } from '../../test/any-run.ts'
import { atlasOf } from '../../test/atlas-of.ts'
import { edge, graphOf, internal, resource } from '../../test/run-of.ts'
import { NO_HOP } from './neighbourhood.ts'
import { betweenOf, pathsOf } from './paths.ts'
import { isContainer } from './visible-tree.ts'

/** All paths that pass nothing twice, one edge at a time. */
function plainPaths(next: (unit: number) => readonly number[], from: number, to: number): number[][] {
  const found: number[][] = []
  const open = [[from]]
  for (let path = open.pop(); path; path = open.pop()) {
    const here = path.at(-1)!
    if (here === to) found.push(path)
    else for (const unit of new Set(next(here))) if (!path.includes(unit)) open.push([...path, unit])
  }
  return found
}

test('pathsOf(atlas, wish) finds every path, the shortest first, and betweenOf(…) what lies on them', async () => {
  await fc.assert(
    fc.asyncProperty(anyRun, fc.nat(), fc.nat(), fc.boolean(), async (run, one, other, followsColumns) => {
      const atlas = atlasOf(await graphOf(run))
      const { graph, tree } = atlas
      const single = Array.from({ length: graph.nodeCount }, (_, node) => node).filter((node) =>
        followsColumns
          ? tree.rowOf[node] === node && graph.childrenOf(node).length === 0
          : tree.rowOf[node]! < 0 && !isContainer(tree, node),
      )
      if (single.length === 0) return
      const [from, to] = [single[one % single.length]!, single[other % single.length]!]
      const unitOf = (node: number): number => (followsColumns ? node : tree.at[node]!)
      const next = (unit: number): number[] =>
        Array.from({ length: graph.edgeCount }, (_, edge) => edge)
          .filter((edge) => unitOf(graph.fromOf(edge)) === unit)
          .map((edge) => unitOf(graph.toOf(edge)))
      const wanted = plainPaths(next, unitOf(from), unitOf(to))
      const wish = { from, to, followsColumns, hidden: null }
      const { paths, isAll } = pathsOf(atlas, wish, 1000)
      expect(isAll).toBe(true)
      expect(paths.map(String).sort()).toEqual(wanted.map(String).sort())
      expect(paths.map((path) => path.length)).toEqual(
        wanted.map((path) => path.length).sort((a, b) => a - b),
      )

      const shortest = betweenOf(atlas, wish, 'shortest', 100)
      const all = betweenOf(atlas, wish, 'all', 100)
      const positionOf = (unit: number): number => (followsColumns ? tree.at[unit]! : unit)
      expect(shortest.length).toBe(paths.length === 0 ? -1 : paths[0]!.length - 1)
      if (paths.length === 0) return
      expect(paths.map((path) => [...new Set(path.map(positionOf))].sort((a, b) => a - b))).toContainEqual([
        ...shortest.positions,
      ])
      for (const path of paths) for (const unit of path) expect(all.hop[positionOf(unit)]).not.toBe(NO_HOP)
    }),
    { numRuns: 300 },
  )
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
