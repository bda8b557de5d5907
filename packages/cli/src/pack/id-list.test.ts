import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folderWith } from '../../test/temporary-folder.ts'
import { idListText, readIdList } from './id-list.ts'
import type { PackedId } from './packed-id.ts'

const entry = fc.record({
  id: fc.oneof(fc.string(), fc.constantFrom('__proto__', '\ud800', 'a\nb', '\u2028')),
  type: fc.string(),
  mark: fc.stringMatching(/^[0-9a-f]{16}$/),
})
const textOf = (ids: readonly PackedId[]): string => [...idListText(ids)].join('')
const read = (text: string) => readIdList(join(folderWith({ 'ids.ndjson': text }), 'ids.ndjson'))

test('readIdList(file) gives back what idListText wrote, whose bytes are the same in any order', async () => {
  const file = join(folderWith({}), 'ids.ndjson')
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(entry, { selector: ({ id }) => id }), async (ids) => {
      writeFileSync(file, textOf(ids))
      const known = await readIdList(file)
      expect(new Map(known)).toEqual(new Map(ids.map((one) => [one.id, one])))
      expect(textOf([...ids].reverse())).toBe(textOf(ids))
    }),
  )
})

test('idListText(ids) is an id a line, for people to compare', () => {
  const mark = '0123456789abcdef'
  expect(
    textOf([
      { id: 'b', type: 'table', mark },
      { id: 'a', type: 'chart', mark },
    ]),
  ).toBe(
    `{"version":1}\n{"id":"a","type":"chart","mark":"${mark}"}\n{"id":"b","type":"table","mark":"${mark}"}\n`,
  )
})

test('readIdList(file) takes Windows line ends, and knows nothing where there is no file', async () => {
  const known = await read('{"version":1}\r\n{"id":"a","type":"t","mark":"m"}\r\n')
  expect([...(known ?? [])]).toEqual([['a', { id: 'a', type: 't', mark: 'm' }]])
  expect(await readIdList(join(folderWith({}), 'ids.ndjson'))).toBeUndefined()
})

test.each([
  ['an empty file', '', 'this list of ids is empty', /ids\.ndjson$/],
  ['something else', 'hello\n', 'this is no list of ids', /:1$/],
  ['a mark of a merge', '{"version":1}\n<<<<<<< HEAD\n', 'this is no line of a list of ids', /:2$/],
  ['a line that lacks something', '{"version":1}\n\n{"id":"a"}\n', 'this is no line of a list of ids', /:3$/],
  [
    'a later form',
    '{"version":2}\n',
    'this list of ids has the form 2, and this lineagraph knows none above 1',
    /:1$/,
  ],
])('readIdList(file) refuses %s, and says where', async (_, text, what, where) => {
  await expect(read(text)).rejects.toMatchObject({
    code: 'config',
    what,
    where: expect.stringMatching(where),
  })
})

test('readIdList(file) says of what cannot be read that it cannot', async () => {
  const folder = folderWith({ 'ids.ndjson/x': '' })
  await expect(readIdList(join(folder, 'ids.ndjson'))).rejects.toMatchObject({ code: 'path' })
})
