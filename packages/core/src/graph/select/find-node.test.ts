import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edge, external, graphOf, internal, resource } from '../../../test/run-of.ts'
import { findNode } from './find-node.ts'
import { selectorOf } from './selector-of.ts'

const graph = await graphOf({
  'run.jsonl': [
    resource('1', 'table', { title: 'orders', schema: 'public' }),
    resource('2', 'table', { title: 'orders', schema: 'archive' }),
    resource('a, 2+b "c"', 'chart', { title: 'id:1' }),
    edge(external('raw', 'lake'), internal('1')),
  ],
})

/** The id or title of what is found, those of all that may be meant, or the fault. */
function found(text: string): unknown {
  const { node, several, fault } = findNode(graph, text)
  if (node !== undefined) return graph.idOf(node) || graph.titleOf(node)
  return several ? several.map((one) => graph.idOf(one)) : [fault.code, fault.method, fault.value]
}

test('findNode(graph, text) takes a text as it stands: an id, a title, or schema.table', () => {
  expect(found('a, 2+b "c"')).toBe('a, 2+b "c"')
  expect(found('public.orders')).toBe('1')
  expect(found('lake.raw')).toBe('raw')
})

test('findNode(graph, text) reads what is nobody’s name as a quoted name, or one after a colon', () => {
  expect(found(`'a, 2+b "c"'`)).toBe('a, 2+b "c"')
  expect(found('id:2')).toBe('2')
  expect(found('title:raw')).toBe('raw')
  expect(found(`key:'table:[null,null,"lake","raw"]'`)).toBe('raw')
})

test('findNode(graph, text) takes a title with a colon before a selector', () => {
  expect(found('id:1')).toBe('a, 2+b "c"')
  expect(found('id:"1"')).toBe('1')
})

test('findNode(graph, text) gives all that a name may mean', () => {
  expect(found('orders')).toEqual(['1', '2'])
  expect(found('title:orders')).toEqual(['1', '2'])
})

test('findNode(graph, text) says what is named by nobody; hops and conditions name no one thing', () => {
  expect(found('nobody')).toEqual(['nothing-meant', 'name', 'nobody'])
  expect(found('id:nobody')).toEqual(['nothing-meant', 'id', 'nobody'])
  for (const text of ['2+raw', 'raw+', '-raw', 'raw,1', 'type:chart', ''])
    expect(found(text)).toEqual(['nothing-meant', 'name', text])
  expect(found(`'raw`)).toEqual(['quote-not-closed', undefined, undefined])
})

test('findNode(graph, selectorOf(graph, node)) is the node, whatever it is called', async () => {
  const id = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom('__proto__', '2+', "'", '"', '\n', 'a,b', 'id:x', '-'),
  )
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(id, { minLength: 1 }), async (ids) => {
      const any = await graphOf({ 'run.jsonl': ids.map((one) => resource(one, 'chart', { title: 't' })) })
      for (let node = 0; node < any.nodeCount; node++) {
        expect(findNode(any, any.idOf(node)).node).toBe(node)
        const text = selectorOf(any, node)
        if (any.nodeOfId(text) === undefined) expect(findNode(any, text).node).toBe(node)
      }
    }),
    { numRuns: 300 },
  )
})
