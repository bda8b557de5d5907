import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { orderedOf } from '../any-layered.ts'
import { MAP_GAPS } from '../placing/gaps.ts'
import { placeColumns } from './place-columns.ts'

test('placeColumns(layered, widths) makes each as wide as its widest card, with a gap between, each component from 0', () => {
  // 0 and 1 feed 2; 3 feeds 4.
  const { layered } = orderedOf(graphOf(5, [[0, 2], [1, 2], [3, 4]])) // prettier-ignore
  const { left, right } = placeColumns(layered, Float64Array.of(100, 140, 60, 80, 90), MAP_GAPS)
  expect([[...left], [...right]]).toEqual([[0, 0, 176, 0, 116], [140, 140, 236, 80, 206]]) // prettier-ignore
})

test('placeColumns(layered, widths, gaps, least) leaves what is written between two layers its room', () => {
  const { layered } = orderedOf(graphOf(3, [[0, 1], [1, 2]])) // prettier-ignore
  const { left } = placeColumns(layered, Float64Array.of(100, 100, 100), MAP_GAPS, Float64Array.of(60, 20, 0))
  expect([...left]).toEqual([0, 160, 296])
})
