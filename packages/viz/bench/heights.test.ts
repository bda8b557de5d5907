import { expect, test } from 'vitest'
import { inputOf } from '../src/layout/placing/equal-cards.ts'
import { LINEAGE_GAPS } from '../src/layout/placing/gaps.ts'
import { place } from '../src/layout/place-at-once.ts'
import { warehouse } from './random-graphs.ts'

test.for([1, 2, 3])(
  'the picture of warehouse %i of 3,000 nodes is no more than twice as high as its fullest layer',
  (seed) => {
    const { layer, height, totalHeight } = place(inputOf(warehouse(3_000, 4_900, seed)))
    const inLayer = new Map<number, number>()
    layer.forEach((own, node) => {
      if (own >= 0) inLayer.set(own, (inLayer.get(own) ?? 0) + height[node]! + LINEAGE_GAPS.card)
    })
    const fullest = Math.max(...inLayer.values())
    expect(totalHeight).toBeLessThan(2 * fullest)
  },
)
