import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRun } from '../../test/any-run.ts'
import { graphOf } from '../../test/run-of.ts'
import { CardLineage } from './card-lineage.ts'
import { rowOf } from './csr.ts'
import { rolledUp } from './roll-up.ts'

test('new CardLineage(graph).pairs() are the lineage of the graph rolled up, and have every edge once', () =>
  fc.assert(
    fc.asyncProperty(anyRun, async (files) => {
      const graph = await graphOf(files)
      const { out } = rolledUp(graph)
      const lineage = new CardLineage(graph)
      const pairs = [...lineage.pairs()]
      const rolled = Array.from({ length: graph.nodeCount }, (_, from) =>
        Array.from(rowOf(out, from), (to) => `${from} → ${to}`),
      ).flat()
      const own = pairs.filter((pair) => lineage.ownEdges(pair).length > 0)
      expect(own.map(({ from, to }) => `${from} → ${to}`).sort()).toEqual(rolled.sort())
      const edges = pairs.flatMap((pair) => pair.edges)
      expect(edges.sort((a, b) => a - b)).toEqual(Array.from({ length: graph.edgeCount }, (_, edge) => edge))
    }),
  ))

test('new CardLineage(graph) has every node once, as a card or as a column of one', () =>
  fc.assert(
    fc.asyncProperty(anyRun, async (files) => {
      const graph = await graphOf(files)
      const lineage = new CardLineage(graph)
      const found: number[] = []
      for (let node = 0; node < graph.nodeCount; node++) {
        if (lineage.cardOf(node) !== node) continue
        const waiting = [...lineage.columnsOf(node)]
        for (let column = waiting.pop(); column !== undefined; column = waiting.pop()) {
          expect(lineage.cardOf(column)).toBe(node)
          found.push(column)
          waiting.push(...lineage.columnsInside(column))
        }
        found.push(node)
      }
      expect(found.sort((a, b) => a - b)).toEqual(Array.from({ length: graph.nodeCount }, (_, node) => node))
    }),
  ))
