import { expect, test } from 'vitest'
import { thing } from '../plain-run.ts'
import { startSession } from '../session.ts'
import { sqlPieces } from './sql-pieces.ts'

test('sqlPieces(sql, reads) together are the SQL, cut where it is very long', () => {
  const reads = [{ start: 14, end: 15, read: 'here' as const }]
  const pieces = sqlPieces('select a from t', reads)
  expect(pieces).toEqual([
    { at: 0, text: 'select a from ', read: null },
    { at: 14, text: 't', read: 'here' },
  ])
  expect(sqlPieces('x'.repeat(30_000), []).map(({ text }) => text.length)).toEqual([20_000, 1])
})

test('describe(key) of what is made by SQL has it with the tables that it reads marked', async () => {
  const other = startSession({ now: () => 0, onProgress: () => {} })
  const sql = 'select a\nfrom raw.orders o join users using (id)'
  const lines = [
    { ...thing('table', 'made'), definition: sql },
    { ...thing('table', 'told'), definition: 'by hand, once a month' },
  ]
  await other.open([{ name: 'run.jsonl', blob: new Blob(lines.map((line) => `${JSON.stringify(line)}\n`)) }])
  const definitionOf = async (key: string) =>
    (await other.describe(key, 10))?.fields.find(({ name }) => name === 'definition')
  const made = await definitionOf('id:made')
  expect(made?.sql?.map(({ text }) => text).join('')).toBe(sql)
  expect(made?.sql?.filter(({ read }) => read).map(({ text }) => text)).toEqual(['raw.orders', 'users'])
  expect(await definitionOf('id:told')).toEqual({ name: 'definition', value: 'by hand, once a month' })
})
