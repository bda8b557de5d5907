import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyOrdered, blocksIn } from './any-layered.ts'

const anyCorner = fc.record({ fromLeft: fc.boolean(), fromTop: fc.boolean() })

test('alignBlocks(order) joins at most one vertex of a layer, and no two blocks that would cross', () => {
  fc.assert(
    fc.property(anyOrdered, anyCorner, ({ layered, order, lane }, corner) => {
      const { root, next } = blocksIn({ layered, order, lane }, corner)
      for (let vertex = 0; vertex < layered.vertexCount; vertex++) {
        expect(root[next[vertex]!]).toBe(root[vertex])
        if (next[vertex] === root[vertex]) continue
        expect(layered.layerOf[next[vertex]!]).toBe(layered.layerOf[vertex]! + (corner.fromLeft ? 1 : -1))
        for (let other = 0; other < layered.vertexCount; other++)
          if (next[other] !== root[other] && layered.layerOf[other] === layered.layerOf[vertex])
            expect(order.place[other]! < order.place[vertex]!).toBe(
              order.place[next[other]!]! < order.place[next[vertex]!]!,
            )
      }
    }),
  )
})
