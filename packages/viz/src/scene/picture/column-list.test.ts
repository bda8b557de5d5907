import { expect, test } from 'vitest'
import { FIRST_VIEW } from '../../state/view.ts'
import { longListOf, scrollBars, scrolledTo } from './column-list.ts'
import { cardsAt, linesFrom, pictureWith } from './fake-picture.ts'

const cards = cardsAt([
  [0, 0],
  [300, 0],
])
const plain = pictureWith(
  { ...cards, columns: Uint32Array.of(284, 2), more: Uint32Array.of(254, 0) },
  linesFrom([]),
)
const picture = { ...plain, rows: { ...plain.rows, count: 32, starts: Uint32Array.of(0, 30, 32) } }
const opened = { ...FIRST_VIEW, opened: ['id:a', 'id:b'] }

test('longListOf(…) is the list of an opened card with more columns than rows', () => {
  expect(longListOf(picture, opened, 0, 1)).toEqual({ key: 'id:a', from: 0, find: '', length: 284, rows: 30 })
  expect(longListOf(picture, opened, 1, 1)).toBeNull()
  expect(longListOf(picture, FIRST_VIEW, 0, 1)).toBeNull()
  expect(longListOf(picture, opened, 0, 0.5)).toBeNull()
})

test('longListOf(…) knows what is searched and how far it was scrolled', () => {
  const lists = [{ key: 'id:a', from: 12, find: 'cust' }]
  expect(longListOf(picture, { ...FIRST_VIEW, lists }, 0, 1)).toMatchObject({ from: 12, find: 'cust' })
})

test('scrolledTo(list, rows) stays within the list', () => {
  const list = longListOf(picture, { ...opened, lists: [{ key: 'id:a', from: 250, find: '' }] }, 0, 1)!
  expect([scrolledTo(list, 3), scrolledTo(list, 99), scrolledTo(list, -999)]).toEqual([253, 254, 0])
})

test('scrollBars(…) says in every card in which a list scrolls where that stands, whether it is chosen or not', () => {
  const lists = [{ key: 'id:a', from: 142, find: '' }]
  const [bar, ...more] = scrollBars(picture, { ...opened, lists }, [0, 1], 1)
  expect(more).toEqual([])
  expect(bar).toMatchObject({ key: 'id:a', x: 172, y: 44 + (30 * 24) / 2 })
  expect(bar!.height).toBeCloseTo((30 * 24 * 30) / 284)
  expect(scrollBars(picture, FIRST_VIEW, [0, 1], 1)).toEqual([])
})
