import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkRun } from '@lineagraph/core/node'
import { expect, test } from 'vitest'
import { countCrossings } from '../src/layout/crossings/count-crossings.ts'
import { LINEAGE_GAPS } from '../src/layout/placing/gaps.ts'
import { place } from '../src/layout/place-at-once.ts'
import { elkOrder, elkSize } from './elk.ts'
import { inputOf, type Graph } from '../src/layout/placing/equal-cards.ts'
import { layeredOf, ourOrder } from './flat-graph.ts'

/** Runs made from public metadata. They are not part of this repository. */
const REAL_DATA = fileURLToPath(new URL('../../../../shared/realdata', import.meta.url))
const sets = existsSync(REAL_DATA)
  ? readdirSync(REAL_DATA, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  : []

/** What has lineage in a run, without edges from a thing to itself. */
async function lineageOf(folder: string): Promise<Graph> {
  const { graph } = await checkRun(folder)
  const numberOf = new Map<number, number>()
  const number = (node: number): number => {
    const known = numberOf.get(node) ?? numberOf.size
    numberOf.set(node, known)
    return known
  }
  const edges = Array.from({ length: graph.edgeCount }, (_, edge) => edge).filter(
    (edge) => graph.fromOf(edge) !== graph.toOf(edge),
  )
  const from = Uint32Array.from(edges, (edge) => number(graph.fromOf(edge)))
  const to = Uint32Array.from(edges, (edge) => number(graph.toOf(edge)))
  return { nodeCount: numberOf.size, from, to }
}

test('there are real runs to lay out', ({ skip }) => {
  skip(sets.length === 0, 'the folder of real runs is not beside this checkout')
  expect(sets.length).toBeGreaterThan(0)
})

test.for(sets.map(({ name }) => name))(
  'the lineage of %s has no more crossings than ELK leaves in the same layers, and is no wider than the picture of ELK',
  { timeout: 300_000 },
  async (name) => {
    const graph = await lineageOf(`${REAL_DATA}/${name}`)
    const layered = layeredOf(graph)
    const ours = countCrossings(layered, ourOrder(layered))
    expect(ours).toBeLessThanOrEqual(countCrossings(layered, await elkOrder(layered)))
    expect(place(inputOf(graph)).totalWidth - 2 * LINEAGE_GAPS.margin).toBeLessThanOrEqual(
      (await elkSize(graph)).width,
    )
  },
)
