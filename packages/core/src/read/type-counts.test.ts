import { expect, test } from 'vitest'
import { bytesSource } from './source.ts'
import { readRun, type ReadProgress } from './read-run.ts'

const sourceOf = (name: string, lines: readonly object[]) =>
  bytesSource(name, new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join('')))
const resource = (entity_type: unknown, databuilder_id: string) => ({ entity_type, databuilder_id })

/** What reading has told of types, each time. */
async function told(...files: readonly object[][]): Promise<ReadProgress['byType'][]> {
  const all: ReadProgress['byType'][] = []
  await readRun(
    files.map((lines, i) => sourceOf(`${i}.jsonl`, lines)),
    { onProgress: ({ byType }) => all.push(byType) },
  )
  return all
}

test('readRun(…) tells how many resources of each type there are so far', async () => {
  const all = await told(
    [resource('table', 'a'), resource('column', 'b'), resource('column', 'c')],
    [resource('column', 'd'), resource('__proto__', 'e'), resource(null, 'f')],
  )
  expect(all[0]).toEqual([
    { type: 'table', count: 1 },
    { type: 'column', count: 2 },
  ])
  expect(all.at(-1)).toEqual([
    { type: 'table', count: 1 },
    { type: 'column', count: 3 },
    { type: '__proto__', count: 1 },
    { type: '', count: 1 },
  ])
})

test('of very many types it tells the first, so that to tell of a run takes no longer the longer it is', async () => {
  const many = Array.from({ length: 5000 }, (_, i) => resource(`type ${i % 2500}`, `id ${i}`))
  const [types] = await told(many)
  expect(types).toHaveLength(40)
  expect(types![0]).toEqual({ type: 'type 0', count: 2 })
})
