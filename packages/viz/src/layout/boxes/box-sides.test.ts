import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { sidesOf } from './box-sides.ts'
import { inputOf } from '../placing/equal-cards.ts'
import { LINEAGE_GAPS } from '../placing/gaps.ts'

/** Box 0 stands in the picture, box 1 in it. */
const input = {
  ...inputOf(graphOf(2, [])),
  ...{ box: Int32Array.of(-1, 0), head: Float64Array.of(36, 30), gaps: LINEAGE_GAPS },
}

test('sidesOf(input, count) is the margin of the picture, which has no head', () => {
  expect(sidesOf(input, 2)).toEqual({ left: 37, right: 37, top: 37, bottom: 37 })
})

test('sidesOf(input, box) keeps its head free at the top, and less at its sides where it stands in another', () => {
  expect(sidesOf(input, 0)).toEqual({ left: 16, right: 16, top: 36, bottom: 16 })
  expect(sidesOf(input, 1)).toEqual({ left: 12, right: 12, top: 30, bottom: 12 })
})

test('sidesOf(input that is laid on its side, box) keeps its head free at the left', () => {
  expect(sidesOf({ ...input, direction: 'down' }, 0)).toEqual({ left: 36, right: 16, top: 16, bottom: 16 })
})
