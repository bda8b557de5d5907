import { bytesSource, buildGraph, readRun, resourceLines } from '@lineagraph/core'
import { expect, test } from 'vitest'
import { contentMark, markResources } from './mark-resources.ts'

type Fields = Readonly<Record<string, unknown>>

/** The mark of each resource, by its id. */
async function marksOf(resources: readonly Fields[]): Promise<ReadonlyMap<string, string>> {
  const text = resources.map((fields) => `${JSON.stringify(fields)}\n`).join('')
  const graph = buildGraph(await readRun([bytesSource('run.jsonl', new TextEncoder().encode(text))]))
  const contents = [...resourceLines(graph)].map(({ json }) => contentMark(json))
  return new Map([...markResources(graph, contents)].map(({ id, mark }) => [id, mark]))
}

const table = (id: string, more: Fields = {}): Fields => ({
  entity_type: 'table',
  databuilder_id: id,
  ...more,
})
const column = (id: string, parent: string, more: Fields = {}): Fields => ({
  entity_type: 'column',
  databuilder_id: id,
  parent_databuilder_id: parent,
  ...more,
})

test('markResources(graph) is the same under another id, with what lies below too', async () => {
  const before = await marksOf([table('a', { title: 'A' }), column('a.x', 'a', { title: 'x' })])
  const now = await marksOf([column('b.x', 'b', { title: 'x' }), table('b', { title: 'A' })])
  expect([now.get('b'), now.get('b.x')]).toEqual([before.get('a'), before.get('a.x')])
})

test.each([
  ['title', 'A', 'B'],
  ['entity_type', 'table', 'chart'],
  ['owners', ['ann'], ['bob']],
  ['is_pk', false, true],
])('markResources(graph) is another one where %s is', async (field, was, is) => {
  const [before, now] = [
    await marksOf([table('a', { [field]: was })]),
    await marksOf([table('a', { [field]: is })]),
  ]
  expect(now.get('a')).not.toBe(before.get('a'))
})

test('markResources(graph) takes the printed form and that of an upload for the same, and no account of times', async () => {
  const printed = { title: '', description: null, is_pk: false, external_updated_at: '2026-01-02T00:00:00Z' }
  expect(await marksOf([table('a', printed)])).toEqual(await marksOf([table('a')]))
})

test('markResources(graph) tells columns of one name apart by their tables, declared or not', async () => {
  const marks = await marksOf([
    table('a', { title: 'A' }),
    table('b', { title: 'B' }),
    ...['a', 'b', 'gone', 'lost'].map((parent) => column(`${parent}.x`, parent, { title: 'x' })),
  ])
  expect(new Set(marks.values()).size).toBe(6)
})

test('markResources(graph) ends with parents in a circle, and goes down 100,000 of them', async () => {
  const circle = [column('a', 'b'), column('b', 'c'), column('c', 'b'), column('d', 'd')]
  expect((await marksOf(circle)).size).toBe(4)
  const chain = Array.from({ length: 100_000 }, (_, i) => column(`c${i}`, `c${i + 1}`))
  expect(new Set((await marksOf(chain)).values()).size).toBe(100_000)
})

test('contentMark(form) takes a value that is nested deeper than can be written', () => {
  const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`) as unknown
  expect(contentMark({ databuilder_id: 'a', owners: deep })).toMatch(/^[0-9a-f]{16}$/)
})
