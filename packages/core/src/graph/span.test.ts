import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRun } from '../../test/any-run.ts'
import { atlasOf } from '../../test/atlas-of.ts'
import { graphOf } from '../../test/run-of.ts'
import { reachOf } from './reach.ts'
import { spanOf, spanStarts } from './span.ts'
import { edgesOfPair } from './visible-cards.ts'

test('spanOf(atlas, start, side) reaches what reachOf reaches, by every edge that leads on from there and by no other', async () => {
  await fc.assert(
    fc.asyncProperty(anyRun, fc.nat(), fc.boolean(), async (run, one, isUp) => {
      const atlas = atlasOf(await graphOf(run))
      const { graph, tree } = atlas
      if (graph.nodeCount === 0) return
      const thing = one % graph.nodeCount
      const side = isUp ? 'up' : 'down'
      const [start] = spanStarts(tree, [thing])
      const { followsColumns, units } = start!
      const span = spanOf(atlas, start!, side)
      const thingAt = (unit: number): number => (followsColumns ? unit : tree.order[unit]!)
      expect(Array.from(span.reached, thingAt)).toEqual(reachOf(atlas, [thing], side).things)

      const isIn = new Set([...units, ...span.reached])
      const wanted: number[] = []
      for (let edge = 0; edge < graph.edgeCount; edge++) {
        const here = isUp ? graph.toOf(edge) : graph.fromOf(edge)
        if (isIn.has(followsColumns ? here : tree.at[here]!)) wanted.push(edge)
      }
      const told: number[] = []
      span.eachLink((link) => told.push(...(followsColumns ? [link] : edgesOfPair(atlas.cards, link))))
      expect(told.toSorted((a, b) => a - b)).toEqual(wanted)
    }),
    { numRuns: 300 },
  )
})
