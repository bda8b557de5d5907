import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRun } from '../../test/any-run.ts'
import { atlasOf } from '../../test/atlas-of.ts'
import { edge, graphOf, internal, resource } from '../../test/run-of.ts'
import { neighbourhoodOf, NO_HOP } from './neighbourhood.ts'
import { reachOf } from './reach.ts'

test('reachOf(atlas, [thing], side) reaches what the lineage view shows with all hops, each as many hops away', async () => {
  await fc.assert(
    fc.asyncProperty(anyRun, fc.nat(), fc.boolean(), async (run, one, isUp) => {
      const atlas = atlasOf(await graphOf(run))
      const { tree } = atlas
      if (tree.thingCount === 0) return
      const thing = one % tree.thingCount
      const [up, down] = isUp ? [Infinity, 0] : [0, Infinity]
      const wish = { focus: thing, up, down, expansions: [], hidden: null, most: Infinity }
      const { hop } = neighbourhoodOf(atlas, wish)
      const { things, hops } = reachOf(atlas, [thing], isUp ? 'up' : 'down')
      const nearest = new Map<number, number>()
      things.forEach((there, i) => {
        const position = tree.at[there]!
        nearest.set(position, Math.min(nearest.get(position) ?? Infinity, hops[i]!))
      })
      const wanted = new Map(
        Array.from(hop, (steps, position) => [position, Math.abs(steps)] as const).filter(
          ([, steps]) => steps !== 0 && steps !== NO_HOP,
        ),
      )
      for (const [position, steps] of wanted) expect(nearest.get(position)).toBe(steps)
      for (const position of nearest.keys()) expect(hop[position]).not.toBe(NO_HOP)
      expect(hops).toEqual(hops.toSorted((a, b) => a - b))
    }),
    { numRuns: 300 },
  )
})

test('reachOf(…).wayTo(index) leads there along the data, one hop after the other, through a circle too', async () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  const graph = await graphOf({
    'resources.jsonl': names.map((name) => resource(name)),
    'lineage.jsonl': [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'b'],
      ['c', 'd'],
      ['a', 'e'],
      ['e', 'd'],
    ].map(([from, to]) => edge(internal(from!), internal(to!))),
  })
  const atlas = atlasOf(graph)
  const ways = (id: string, side: 'up' | 'down'): string[] => {
    const reach = reachOf(atlas, [graph.nodeOfId(id)!], side)
    return reach.things.map((_, i) =>
      reach
        .wayTo(i)
        .map((node) => graph.idOf(node))
        .join(''),
    )
  }
  expect(ways('a', 'down').sort()).toEqual(['ab', 'abc', 'ae', 'aed'])
  expect(ways('d', 'up').sort()).toEqual(['aed', 'bcd', 'cd', 'ed'])
})

test('reachOf(atlas, things, side) goes out from all of them at once, and none of them is told', async () => {
  const graph = await graphOf({
    'resources.jsonl': ['a', 'b', 'c', 'd'].map((name) => resource(name)),
    'lineage.jsonl': [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
      ['d', 'a'],
    ].map(([from, to]) => edge(internal(from!), internal(to!))),
  })
  const starts = ['a', 'c'].map((id) => graph.nodeOfId(id)!)
  const { things, hops } = reachOf(atlasOf(graph), starts, 'down')
  expect(things.map((node, i) => `${hops[i]} ${graph.idOf(node)}`)).toEqual(['1 b', '1 d'])
})
