import { beforeAll, expect, test } from 'vitest'
import { csvRow } from './csv.ts'
import { feeds, thing } from '../plain-run.ts'
import { FIRST_VIEW, shownOf } from '../../state/view.ts'
import type { ImpactWish } from './impact-rows.ts'
import { plainSession } from '../plain-session.ts'
import { startSession } from '../session.ts'

const jsonl = (lines: readonly object[]): Blob => new Blob(lines.map((line) => `${JSON.stringify(line)}\n`))
const session = startSession({ readBytes: () => new ArrayBuffer(0), now: () => 0, onProgress: () => {} })
const shown = { ...shownOf(FIRST_VIEW), isNarrow: false }
const WISH: ImpactWish = { key: 'id:raw', side: 'down', find: '', by: 'hop', isTurned: false, shown }
const rows = async (wish: Partial<ImpactWish>) =>
  (await session.impact({ ...WISH, ...wish }, 0, 100))!.rows.map(({ name, hop }) => `${hop} ${name}`)

beforeAll(async () => {
  await session.open([
    {
      name: 'resources.jsonl',
      blob: jsonl([
        thing('schema', 's'),
        ...['raw', 'stg', 'mart'].flatMap((id) => [
          thing('table', id, 's'),
          thing('column', `${id}.a`, id, 'a'),
        ]),
        thing('dashboard', 'board', null, '=HYPERLINK("x"), "board"'),
      ]),
    },
    {
      name: 'lineage.jsonl',
      blob: jsonl([
        feeds('raw.a', 'stg.a'),
        feeds('stg.a', 'mart.a'),
        feeds('mart', 'board'),
        feeds('mart', 'raw'),
      ]),
    },
  ])
})

test('impact(wish) of a table has everything downstream by hop, not the table itself, though it is in a circle', async () => {
  expect(await rows({})).toEqual(['1 stg', '2 mart', '3 =HYPERLINK("x"), "board"'])
  expect(await rows({ key: 'id:board', side: 'up' })).toEqual(['1 mart', '2 stg', '3 raw'])
})

test('impact(wish) without a side tells downstream, or the only side that has something', async () => {
  const told = async (wish: Partial<ImpactWish>) =>
    (await session.impact({ ...WISH, side: null, ...wish }, 0, 9))!
  expect(await told({})).toMatchObject({ side: 'down', total: 3 })
  expect(await told({ key: 'id:board' })).toMatchObject({ side: 'up', total: 3, upstream: 3, downstream: 0 })
  expect(await told({ key: 'id:board', side: 'down' })).toMatchObject({ side: 'down', total: 0 })
  const json = (await session.impactText({ ...WISH, key: 'id:board', side: null }, 'json')).join('')
  expect(JSON.parse(json)).toMatchObject({ direction: 'upstream' })
})

test('impact(wish) of a column goes from column to column', async () => {
  expect(await rows({ key: 'id:raw.a' })).toEqual(['1 a', '2 a'])
})

test('impact(wish) filters by name, place and type, sorts, and counts both ways before the filter', async () => {
  expect(await rows({ find: 'DASH' })).toEqual(['3 =HYPERLINK("x"), "board"'])
  expect(await rows({ by: 'name' })).toEqual(['3 =HYPERLINK("x"), "board"', '2 mart', '1 stg'])
  expect(await rows({ by: 'hop', isTurned: true })).toEqual(['3 =HYPERLINK("x"), "board"', '2 mart', '1 stg'])
  expect(await session.impact({ ...WISH, find: 'dash' }, 0, 1)).toMatchObject({
    total: 1,
    downstream: 3,
    upstream: 2,
  })
  expect(await session.impact({ ...WISH, key: 'id:gone' }, 0, 1)).toBe(null)
})

test('impactText(wish, csv) has every row of the filter, quoted, and no cell that a spreadsheet would run', async () => {
  const text = (await session.impactText(WISH, 'csv')).join('')
  expect(text.split('\r\n')).toEqual([
    'hop,type,name,id,place,path',
    '1,table,stg,stg,s,raw → stg',
    '2,table,mart,mart,s,raw → stg → mart',
    `3,dashboard,"'=HYPERLINK(""x""), ""board""",board,dashboard,"raw → stg → mart → =HYPERLINK(""x""), ""board"""`,
    '',
  ])
  expect((await session.impactText({ ...WISH, find: 'mart' }, 'csv')).length).toBe(2)
})

test('impactText(wish, json) can be read as JSON, also where nothing is in it', async () => {
  const json = JSON.parse((await session.impactText(WISH, 'json')).join('')) as { things: unknown[] }
  expect(json).toMatchObject({ of: { name: 'raw', type: 'table' }, direction: 'downstream' })
  expect(json.things).toHaveLength(3)
  const none = (await session.impactText({ ...WISH, find: 'nothing' }, 'json')).join('')
  expect(JSON.parse(none)).toMatchObject({ things: [] })
})

test('impact(wish) of a stack is that of all that it folds, while the picture draws it', async () => {
  const readers = Array.from({ length: 12 }, (_, i) => `reader${i}`)
  const folded = await plainSession(
    ['source', 'hub', ...readers, 'one', 'both'].map((id) => thing('table', id)),
    [
      feeds('source', 'hub'),
      ...readers.map((id) => feeds('hub', id)),
      // Only what has as much waiting beyond it as the others folds with them.
      ...readers.map((id) => feeds(id, id === 'reader3' ? 'one' : 'both')),
    ],
  )
  const lineage = { ...shown, kind: 'lineage', focus: 'id:hub', up: 1, down: 1 } as const
  const stack = { ...WISH, key: 'stack:fan:id:reader0', shown: lineage }
  const impact = (await folded.impact(stack, 0, 100))!
  expect(impact).toMatchObject({ of: { name: '12 tables' }, upstream: 2, downstream: 2, total: 2 })
  expect(impact.rows.map(({ name, hop, path }) => [name, hop, path])).toEqual([
    ['both', 1, ['reader0', 'both']],
    ['one', 1, ['reader3', 'one']],
  ])
  expect((await folded.impactText({ ...stack, side: 'up' }, 'csv')).length).toBe(3)
  // The same key may stand for others in another picture, or for nothing.
  expect(await folded.impact({ ...stack, shown }, 0, 1)).toBe(null)
})

test('csvRow(cells) marks what begins as a formula as text, and leaves numbers', () => {
  expect(csvRow(['-2', '@x', 'a\nb', '-x'])).toBe(`-2,'@x,"a\nb",'-x\r\n`)
})
