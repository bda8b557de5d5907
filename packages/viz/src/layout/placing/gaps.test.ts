import { expect, test } from 'vitest'
import { layerGap, MAP_GAPS } from './gaps.ts'

test('layerGap(gaps, edges) grows by 4 for each edge after the twelfth, up to the widest', () => {
  expect([0, 12, 13, 20, 1000].map((edges) => layerGap(MAP_GAPS, edges))).toEqual([36, 36, 40, 68, 140])
})

test('layerGap(gaps whose layers are further apart than the widest) keeps them there', () => {
  expect(layerGap({ ...MAP_GAPS, layer: 200 }, 1000)).toBe(200)
})
