import { expect, test } from 'vitest'
import { countCrossings } from '../src/layout/crossings/count-crossings.ts'
import { elkOrder } from './elk.ts'
import { layeredOf, ourOrder } from './flat-graph.ts'
import { random, warehouse } from './random-graphs.ts'

const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1)

for (const [name, graphOf] of [
  ['warehouses', (seed: number) => warehouse(120, 200, seed)],
  ['random graphs', (seed: number) => random(60, 90, seed)],
] as const)
  test(
    `crossings of 20 ${name} are in the mean no more than ELK's, in the same layers`,
    { timeout: 300_000 },
    async () => {
      let ours = 0
      let theirs = 0
      for (const seed of SEEDS) {
        const layered = layeredOf(graphOf(seed))
        ours += countCrossings(layered, ourOrder(layered))
        theirs += countCrossings(layered, await elkOrder(layered))
      }
      expect(theirs).toBeGreaterThan(0)
      expect(ours / SEEDS.length).toBeLessThanOrEqual(theirs / SEEDS.length)
    },
  )
