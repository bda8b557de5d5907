import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesText } from './changes-text.ts'
import { compareIds } from './compare-ids.ts'
import type { PackedId } from './packed-id.ts'

const table = (id: string, mark = `mark of ${id}`): PackedId => ({ id, type: 'table', mark })
const chart = (id: string, mark = `mark of ${id}`): PackedId => ({ id, type: 'chart', mark })
const listOf = (...ids: readonly PackedId[]) => new Map(ids.map((one) => [one.id, one]))

test('compareIds(before, now) says nothing of ids that stayed, of new ones, and of what else changed', () => {
  expect(compareIds(listOf(table('a')), [table('a', 'another'), table('b')])).toEqual({
    gone: [],
    retyped: [],
  })
})

test('compareIds(before, now) names the new id of what is gone and equal in all else', () => {
  const { gone } = compareIds(listOf(table('a', 'x'), table('b', 'y')), [table('c', 'x'), table('d', 'z')])
  expect(gone).toEqual([
    { id: 'a', type: 'table', renamed: 'c' },
    { id: 'b', type: 'table', renamed: undefined },
  ])
})

test.each([
  ['two that are gone', [table('a', 'x'), table('b', 'x')], [table('c', 'x')]],
  ['two that are new', [table('a', 'x')], [table('c', 'x'), table('d', 'x')]],
  ['one that stayed', [table('a', 'x'), table('b', 'x')], [table('b', 'x')]],
])('compareIds(before, now) guesses no new id where %s would fit', (_, before, now) => {
  expect(compareIds(listOf(...before), now).gone.map(({ renamed }) => renamed)).not.toContain('c')
  expect(compareIds(listOf(...before), now).gone.every(({ renamed }) => renamed === undefined)).toBe(true)
})

test('compareIds(before, now) names ids that mean a thing of another type', () => {
  expect(compareIds(listOf(table('__proto__')), [chart('__proto__')])).toEqual({
    gone: [],
    retyped: [{ id: '__proto__', was: 'table', is: 'chart' }],
  })
})

test('compareIds(before, now) finds every rename where no two things are alike', () => {
  const ids = fc.uniqueArray(fc.string(), { maxLength: 20 })
  fc.assert(
    fc.property(ids, (ids) => {
      const before = ids.map((id, i) => table(id, `mark ${i}`))
      const now = before.map(({ id, mark }) => table(`new ${ids.length} ${id}`, mark))
      const { gone } = compareIds(
        listOf(...before),
        now.filter(({ id }) => !ids.includes(id)),
      )
      for (const { id, renamed } of gone)
        expect(renamed).toBe(ids.includes(`new ${ids.length} ${id}`) ? undefined : `new ${ids.length} ${id}`)
      expect(gone.length).toBe(ids.length)
    }),
  )
})

test('changesText(changes) is a line a change, in which nothing of an id moves the cursor', () => {
  const changes = compareIds(listOf(table('a', 'x'), table('\u001b[2J'), table('t')), [
    table('b', 'x'),
    chart('t'),
  ])
  expect([...changesText(changes)].join('')).toBe(
    `2 ids of the last pack are gone; in Secoda they go stale, and what was written about them there does not move to another id
  table 'a' → 'b'? That is new, and equal in all but its id
  table '\\u001b[2J'
1 id means another type of thing than in the last pack
  't' was table, and is chart
`,
  )
  expect([...changesText(compareIds(listOf(table('a')), [table('a')]))]).toEqual([])
})
