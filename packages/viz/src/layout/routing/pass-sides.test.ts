import { expect, test } from 'vitest'
import { standingOf } from '../any-standing.ts'
import { graphOf } from '../any-graph.ts'
import { inputOf } from '../placing/equal-cards.ts'
import { entersAtOnce, innerLeft, leavesAtOnce } from './pass-sides.ts'
import type { PlacingInput } from '../placing/placing.ts'
import { startWay } from './way.ts'

/** 1 stands in box 0, 3 in box 2, and an edge leads from one to the other. */
const BOX_TO_BOX: PlacingInput = {
  ...inputOf(graphOf(4, [[1, 3]])),
  isBox: Uint8Array.of(1, 0, 1, 0),
  box: Int32Array.of(-1, 0, -1, 2),
  head: Float64Array.of(36, 0, 36, 0),
}

function leftBox() {
  const standing = standingOf(BOX_TO_BOX)
  const { x, y, width, height } = standing
  const way = startWay()
  way.add(x[1]! + width[1]!, y[1]! + height[1]! / 2)
  way.left.push(0)
  return { standing, way }
}

test('leavesAtOnce(…) is so where the curve goes through the side of the box, not where it would leave at a corner', () => {
  const { standing, way } = leftBox()
  const inner = standing.x[3]!
  expect(leavesAtOnce(standing, way, inner, 40)).toBe(true)
  expect(leavesAtOnce(standing, way, inner, 10_000)).toBe(false)
})

test('leavesAtOnce(…) is not so from further within', () => {
  const { standing, way } = leftBox()
  const { x, y, height } = standing
  way.add(x[1]!, y[1]! + height[1]! / 2)
  way.left.push(0)
  expect(leavesAtOnce(standing, way, x[3]!, 0)).toBe(false)
})

test('innerLeft(…) finds what stands in the boxes that are entered, and says which these are', () => {
  const { standing, way } = leftBox()
  const into = [...standing.pieces.head.keys()].find((piece) => standing.pieces.head[piece] === 2)!
  expect(innerLeft(standing, way, into, standing.x[2]!)).toBe(standing.x[3]!)
  expect(way.entered).toEqual([2])
})

test('entersAtOnce(…) is so where the curve goes through the side of the box, not where it would enter at a corner', () => {
  const { standing, way } = leftBox()
  const inner = standing.x[3]!
  const endY = standing.y[3]! + standing.height[3]! / 2
  way.entered.push(2)
  expect(entersAtOnce(standing, way, inner, 40, endY)).toBe(true)
  expect(entersAtOnce(standing, way, inner, 10_000, endY)).toBe(false)
})
