import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edge, external, graphOf, internal, resource } from '../../test/run-of.ts'
import { inKeyOrder } from './key-order.ts'

/** Ids in which the order of bytes and that of UTF-16 units differ, and such in which they do not. */
const id = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom('\ue000', '\uffff', '\ud83d', '😀', 'é', 'a', 'a\0', 'ab', '\ud7ff', '한'),
)

test('inKeyOrder(graph, nodes) is the order of their keys, whatever is in an id and whatever a node is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(id, { maxLength: 30 }), fc.array(fc.nat(9)), async (ids, tables) => {
      const graph = await graphOf({
        'run.jsonl': [
          ...ids.filter((_, i) => i % 3 > 0).map((id) => resource(id)),
          ...ids.map((id, i) => edge(internal(id), internal(ids[(i + 1) % ids.length]!))),
          ...tables.map((i) => edge(external(`table_${i}`), external(`table_${(i * 7) % 10}`))),
        ],
      })
      const nodes = Uint32Array.from({ length: graph.nodeCount }, (_, node) => node)
      const keys = Array.from(nodes, (node) => graph.keyOf(node))
      expect(Array.from(inKeyOrder(graph, nodes), (node) => graph.keyOf(node))).toEqual(keys.sort())
    }),
  )
})
