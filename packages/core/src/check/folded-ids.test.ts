import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphOf, resource } from '../../test/run-of.ts'
import { fold } from '../resolve/fold.ts'
import { foldedIds } from './folded-ids.ts'

const idsOf = async (ids: readonly string[]) => {
  const graph = await graphOf({ 'run.jsonl': ids.map((id) => resource(id)) })
  return [...foldedIds(graph)].map(
    ([folded, nodes]) => [folded, nodes.map((node) => graph.idOf(node))] as const,
  )
}

test('foldedIds(graph) groups ids that are the same but for case and Unicode form', async () => {
  expect(
    await idsOf(['orders', 'users', 'Orders', 'caf\u00e9', 'CAFE\u0301', '\u212a', 'k', 'ORDERS']),
  ).toEqual([
    ['orders', ['orders', 'Orders', 'ORDERS']],
    ['caf\u00e9', ['caf\u00e9', 'CAFE\u0301']],
    ['k', ['\u212a', 'k']],
  ])
})

test('foldedIds(graph) gives the groups that folding every id gives', async () => {
  const id = fc.oneof(
    fc.string({
      unit: fc.constantFrom('a', 'A', 'é', 'É', 'e\u0301', '\u212a', 'k', 'K', 'ß', 'İ', '\ud800'),
      minLength: 1,
      maxLength: 3,
    }),
    fc.constantFrom('__proto__', '__PROTO__', 'constructor'),
  )
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(id), async (ids) => {
      const groups = [...new Set(ids.map(fold))]
        .map((folded) => [folded, ids.filter((id) => fold(id) === folded)] as const)
        .filter(([, group]) => group.length > 1)
      expect(new Map(await idsOf(ids))).toEqual(new Map(groups))
    }),
  )
})
