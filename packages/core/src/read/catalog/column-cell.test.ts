import { expect, test } from 'vitest'
import { columnNamesIn } from './column-cell.ts'

test.each([
  ['id, name,total', ['id', 'name', 'total']],
  ['id; full, name ;', ['id', 'full, name']],
  ['["a,b", "c;d", ""]', ['a,b', 'c;d']],
  ['[broken, list', ['[broken', 'list']],
  ['[1, 2]', ['[1', '2]']],
  [' ', []],
])('columnNamesIn(%s)', (cell, names) => {
  expect(columnNamesIn(cell)).toEqual(names)
})
