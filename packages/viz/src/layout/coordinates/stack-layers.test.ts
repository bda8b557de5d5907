import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyOrdered, neighboursIn, rowsOf } from '../any-layered.ts'
import { distancesOf } from './distances.ts'
import { stackLayers } from './stack-layers.ts'

test('stackLayers(order, distances) puts each layer as close as it may be, around one level', () => {
  const distance = (upper: number, lower: number): number => 5 + ((upper * 7 + lower * 3) % 11)
  fc.assert(
    fc.property(anyOrdered, ({ layered, order }) => {
      const y = stackLayers(layered, order, distancesOf(layered, order, distance))
      for (const [upper, lower] of neighboursIn(layered, order))
        expect(y[lower]! - y[upper]!).toBeCloseTo(distance(upper, lower))
      for (const row of rowsOf(layered, order)) expect(y[row[0]!]! + y[row.at(-1)!]!).toBeCloseTo(0)
    }),
  )
})
