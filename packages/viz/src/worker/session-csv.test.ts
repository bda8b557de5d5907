import { expect, test } from 'vitest'
import { startSession } from './session.ts'

test('describe(key) of what a CSV row declares has its fields, and the row', async () => {
  const header = 'col_name,col_description,database,schema,name\n'
  const csv = new Blob([`${header}Id,"the number,\nalone",shop,public,orders\n`])
  const ofCsv = startSession({
    readBytes: () => {
      throw new Error('nothing is read before it is known')
    },
    now: () => 0,
    onProgress: () => {},
  })
  await ofCsv.open([{ name: 'upload.csv', blob: csv }])
  expect((await ofCsv.describe('id:csv:shop.public.orders.id', 1))?.declared).toBeNull()

  const bytes = await csv.arrayBuffer()
  const readable = startSession({
    readBytes: (part) => bytes.slice(bytes.byteLength - part.size),
    now: () => 0,
    onProgress: () => {},
  })
  await readable.open([{ name: 'upload.csv', blob: csv }])
  expect(await readable.describe('id:csv:shop.public.orders.id', 1)).toMatchObject({
    name: 'id',
    fields: [
      { name: 'entity_type', value: 'column' },
      { name: 'databuilder_id', value: 'csv:shop.public.orders.id' },
      { name: 'parent_databuilder_id', value: 'csv:shop.public.orders' },
      { name: 'title', value: 'id' },
      { name: 'description', value: 'the number,\nalone' },
    ],
    declared: { file: 'upload.csv', line: 2, text: 'Id,"the number,\nalone",shop,public,orders' },
  })
})
