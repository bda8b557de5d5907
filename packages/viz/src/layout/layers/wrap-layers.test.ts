import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDag } from '../any-graph.ts'
import { PASSING, roomByShape, wrapLayers } from './wrap-layers.ts'

const none = () => 0

test('wrapLayers(five in a layer, room for two) makes three rows of it, and puts the next layer below', () => {
  const layer = Uint32Array.of(0, 0, 0, 0, 0, 1)
  const wrap = { extent: new Float64Array(6).fill(40), most: 100, gap: 10 }
  wrapLayers(layer, new Uint32Array(6), none, none, wrap)
  expect([...layer]).toEqual([0, 0, 1, 1, 2, 3])
})

test('roomByShape(layers) bounds those of a component that is far longer than wide, and leaves others', () => {
  const [long, wide] = [100, 12]
  const layer = Uint32Array.from({ length: long + wide }, (_, i) => (i < long ? 1 : i))
  const componentOf = Uint32Array.from(layer, (_, i) => (i < long ? 0 : 1))
  const all = (value: number): Float64Array => new Float64Array(long + wide).fill(value)
  const room = roomByShape(layer, componentOf, 2, all(60), all(240), PASSING.any)
  expect(room[1]).toBe(Infinity)
  wrapLayers(layer, componentOf, none, none, { extent: all(46), most: room, gap: 14 })
  const columns = new Set(layer.subarray(0, long)).size
  const shape = (columns * 240) / ((long / columns) * 60)
  expect(shape).toBeGreaterThan(0.5)
  expect(shape).toBeLessThan(2)
})

test('wrapLayers(layer) puts what is fed first, and what feeds last', () => {
  const layer = Uint32Array.of(0, 0, 0)
  const wrap = { extent: new Float64Array(3).fill(40), most: 50, gap: 10 }
  wrapLayers(layer, new Uint32Array(3), (node) => (node === 2 ? 1 : 0), (node) => (node === 0 ? 1 : 0), wrap) // prettier-ignore
  expect([...layer]).toEqual([2, 1, 0])
})

test('wrapLayers(layer) keeps every edge leading to a higher layer, each component from its first, and no row too long', () => {
  fc.assert(
    fc.property(anyDag, fc.integer({ min: 10, max: 120 }), ({ nodeCount, from, to }, most) => {
      // Edges lead to higher nodes: their own numbers are layers.
      const layer = Uint32Array.from({ length: nodeCount }, (_, node) => node >> 1)
      const edges = [...from.keys()].filter((edge) => layer[from[edge]!]! < layer[to[edge]!]!)
      const extent = new Float64Array(nodeCount).fill(30)
      wrapLayers(layer, new Uint32Array(nodeCount), none, none, { extent, most, gap: 10 })
      for (const edge of edges) expect(layer[from[edge]!]).toBeLessThan(layer[to[edge]!]!)
      expect(Math.min(...layer)).toBe(0)
      for (const own of layer) {
        const length = layer.filter((other) => other === own).length * 40 - 10
        expect(length).toBeLessThanOrEqual(Math.max(30, most))
      }
    }),
  )
})
