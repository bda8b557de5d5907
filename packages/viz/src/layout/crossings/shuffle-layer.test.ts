import { expect, test } from 'vitest'
import { repeatableRandom, shuffleLayer } from './shuffle-layer.ts'

test('shuffleLayer(order, start, end) changes the order in that range alone, the same way each time', () => {
  const shuffled = () => {
    const order = { vertices: Uint32Array.from({ length: 30 }, (_, i) => i), place: new Uint32Array(30) }
    order.place.set(order.vertices)
    shuffleLayer(order, 10, 20, repeatableRandom())
    return order
  }
  const { vertices, place } = shuffled()
  expect([...vertices.subarray(10, 20)].toSorted()).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19])
  expect([...vertices.subarray(10, 20)]).not.toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19])
  expect([...vertices].map((vertex) => place[vertex])).toEqual([...vertices.keys()])
  expect(vertices[9]).toBe(9)
  expect(vertices[20]).toBe(20)
  expect(shuffled().vertices).toEqual(vertices)
})

test('repeatableRandom() spreads its numbers evenly', () => {
  const random = repeatableRandom()
  const tenths = new Uint32Array(10)
  for (let i = 0; i < 10_000; i++) tenths[Math.floor(random() * 10)]!++
  for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(150)
})
