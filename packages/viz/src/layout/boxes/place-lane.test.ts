import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDag, graphOf } from '../any-graph.ts'
import { orderedOf, type Ordered } from '../any-layered.ts'
import { LINEAGE_GAPS } from '../placing/gaps.ts'
import type { PlacedBox } from './placed-box.ts'
import { placeColumns } from '../packing/place-columns.ts'
import { placeLane } from './place-lane.ts'

const none = new Float64Array(0)

/** What the picture holds is 300 high; everything in it stands at its top. */
function placedOf({ layered, order }: Ordered, width: Float64Array): PlacedBox {
  const columns = placeColumns(layered, width, LINEAGE_GAPS)
  const y = new Float64Array(layered.vertexCount)
  return { layered, order, columns, y, width: 500, height: 300 } as unknown as PlacedBox
}

test('placeLane(nothing in the lane) is null, and moves nothing', () => {
  const ordered = orderedOf(graphOf(2, [[0, 1]]))
  const width = new Float64Array(2).fill(100)
  const placed = placedOf(ordered, width)
  expect(placeLane(placed, new Uint8Array(2), width, width, none, none, LINEAGE_GAPS)).toBeNull()
  expect([...placed.y]).toEqual([0, 0])
})

test('placeLane(things in the lane) puts them below all else, apart in their columns, and moves nothing else', () => {
  fc.assert(
    fc.property(anyDag, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (graph, flags) => {
      const ordered = orderedOf(graph)
      const width = Float64Array.from({ length: graph.nodeCount }, (_, i) => 100 + 10 * (i % 5))
      const height = Float64Array.from({ length: graph.nodeCount }, (_, i) => 30 + 7 * (i % 4))
      const lane = Uint8Array.from(width, (_, i) => (flags[i] ? 1 : 0))
      const placed = placedOf(ordered, width)
      const found = placeLane(placed, lane, width, height, none, none, LINEAGE_GAPS)
      expect(found === null).toBe(!lane.includes(1))
      if (!found) return
      const { layered, columns, y } = placed
      expect(found.top).toBe(300 + LINEAGE_GAPS.lane)
      lane.forEach((isIn, node) => {
        if (!isIn) {
          expect(y[node]).toBe(0)
          return
        }
        expect(y[node]).toBeGreaterThanOrEqual(found.top + LINEAGE_GAPS.lane)
        expect(y[node]! + height[node]!).toBeLessThanOrEqual(found.foot)
        expect(columns.left[node]! + width[node]!).toBeLessThanOrEqual(found.right)
        lane.forEach((isToo, other) => {
          if (!isToo || other === node || layered.layerOf[other] !== layered.layerOf[node]) return
          const [upper, lower] = y[node]! < y[other]! ? [node, other] : [other, node]
          expect(y[lower]! - y[upper]! - height[upper]!).toBeGreaterThanOrEqual(LINEAGE_GAPS.card - 1e-9)
        })
      })
    }),
  )
})

test('placeLane(things without edges) has them in a grid below the others of the lane', () => {
  const ordered = orderedOf(graphOf(2, [[0, 1]]))
  const width = new Float64Array(2).fill(100)
  const placed = placedOf(ordered, width)
  const singles = new Float64Array(3).fill(50)
  const found = placeLane(placed, Uint8Array.of(1, 0), width, width, singles, singles, LINEAGE_GAPS)!
  expect(found.grid.top).toBe(placed.y[0]! + 100 + LINEAGE_GAPS.card)
  expect(found.foot).toBe(found.grid.top + found.grid.height)
})
