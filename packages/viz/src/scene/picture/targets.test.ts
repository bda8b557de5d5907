import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from './fake-picture.ts'
import { FORMS, ROLES, type Picture } from './picture.ts'
import { chosenTarget, lineKeys, rowAt, targetAt } from './targets.ts'

const things = {
  ...cardsAt([
    [0, 0],
    [0, 0],
    [230, 0],
    [230, 200],
  ]),
  forms: Uint8Array.from(['box', 'container', 'card', 'stack'], (form) => FORMS.indexOf(form as 'box')),
}
const picture: Picture = {
  ...pictureWith(things, { ...linesFrom([[1, 2]]), toRow: Int32Array.of(1) }),
  rows: {
    count: 2,
    starts: Uint32Array.of(0, 0, 0, 2, 2),
    keys: ['id:c.x', 'id:c.y'],
    titles: ['x', 'y'],
    types: ['', ''],
    traced: new Uint8Array(2),
    y: Float32Array.of(56, 80),
    marks: new Uint8Array(2),
  },
}

test('targetAt(picture, thing, row) says what a gesture meets', () => {
  expect([0, 1, 2, 3].map((thing) => targetAt(picture, thing, -1).what)).toEqual([
    'open container',
    'closed container',
    'thing',
    'stack',
  ])
  expect(targetAt(picture, 2, 1)).toEqual({ key: 'id:c.y', what: 'column' })
})

test('targetAt(picture, thing, row) says of a container whether it is a dashboard', () => {
  const sorts = ['dashboard', 'dashboard', 'dashboard', 'table']
  const boards: Picture = { ...picture, things: { ...things, sorts } }
  expect([0, 1, 2, 3].map((thing) => targetAt(boards, thing, -1).isDashboard ?? false)).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('targetAt(picture, thing, row) says what the level makes of a container, but of none outside the run, whose boxes are open and closed otherwise', () => {
  const roles = Uint8Array.of(0, ROLES.indexOf('outside'), 0, 0)
  const byLevel = (level: number, of = things): unknown[] =>
    [0, 1].map((thing) => targetAt({ ...picture, level, things: of }, thing, -1).byLevel)
  expect([byLevel(0), byLevel(1)]).toEqual([
    ['closed', 'closed'],
    ['open', 'open'],
  ])
  expect([byLevel(0, { ...things, roles }), byLevel(1, { ...things, roles })]).toEqual([
    ['closed', undefined],
    ['open', undefined],
  ])
})

test('chosenTarget(picture, key) is what is chosen, as far as it is drawn', () => {
  expect(chosenTarget(picture, undefined)).toBeNull()
  expect(chosenTarget(picture, 'id:b')).toEqual({ key: 'id:b', what: 'closed container', byLevel: 'closed' })
  expect(chosenTarget(picture, 'id:c.x')).toEqual({ key: 'id:c.x', what: 'column' })
})

test('rowAt(picture, thing, y) is the row at a height, or none', () => {
  expect([43, 45, 70, 93].map((y) => rowAt(picture, 2, y))).toEqual([-1, 0, 1, -1])
  expect(rowAt(picture, 1, 50)).toBe(-1)
})

test('lineKeys(picture, line) are the keys of the ends, rows where the line ends at rows', () => {
  expect(lineKeys(picture, 0)).toEqual({ from: 'id:b', to: 'id:c.y' })
})
