import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { prepare } from '../picture/prepared.ts'
import { lightUpPath, lightUpWay } from './light-path.ts'

/** Cards a to f in a row. */
const cards = cardsAt(Array.from({ length: 6 }, (_, i) => [i * 230, 0] as const))
const along = (...pairs: readonly (readonly [number, number])[]) =>
  prepare(pictureWith(cards, linesFrom(pairs)))
const lit = (of: Uint8Array): number[] => [...of.keys()].filter((i) => of[i] === 1)
const path = (from: string, to: string, columns = false) => ({ from: `id:${from}`, to: `id:${to}`, columns })

test('lightUpPath(…) lights every way from one end to the other, and marks the two ends', () => {
  const picture = along([0, 1], [1, 2], [0, 2], [2, 3], [4, 1], [2, 5], [1, 1])
  const light = lightUpPath(picture, path('a', 'd'))!
  expect(lit(light.lines)).toEqual([0, 1, 2, 3])
  expect(lit(light.cards)).toEqual([0, 1, 2, 3])
  expect(light.ends).toEqual([0, 3])
})

test('lightUpPath(…) ends at the end, and lights nothing where there is no way', () => {
  const picture = along([0, 1], [1, 2], [2, 1], [2, 3])
  expect(lit(lightUpPath(picture, path('a', 'b'))!.lines)).toEqual([0])
  expect(lightUpPath(picture, path('d', 'a'))).toBeNull()
  expect(lightUpPath(picture, path('a', 'nobody'))).toBeNull()
})

test('lightUpPath(…) from thing to thing lights the line between the two as wholes, not those of their columns as well', () => {
  const pairs = linesFrom([
    [0, 1],
    [0, 1],
    [1, 2],
  ])
  const lines = { ...pairs, fromRow: Int32Array.of(-1, 0, 2), toRow: Int32Array.of(-1, 2, 4) }
  const plain = pictureWith(cards, lines)
  const rows = {
    ...{
      count: 6,
      starts: Uint32Array.of(0, 2, 4, 6, 6, 6, 6),
      y: new Float32Array(6),
      marks: new Uint8Array(6),
    },
    ...{ keys: [...'uvwxyz'], titles: [...'uvwxyz'], types: ['', '', '', '', '', ''] },
  }
  const picture = prepare({ ...plain, rows: { ...plain.rows, ...rows } })
  expect(lit(lightUpPath(picture, path('a', 'c'))!.lines)).toEqual([0, 2])
  const byColumns = lightUpPath(picture, path('a', 'c', true))!
  expect([lit(byColumns.lines), lit(byColumns.rows)]).toEqual([
    [1, 2],
    [0, 2, 4],
  ])
})

test('lightUpPath(…) from column to column lights also what leads from table to table all the way, but no way that changes from one to the other', () => {
  const pairs = linesFrom([[0, 1], [1, 3], [0, 2], [2, 3], [0, 4], [4, 3]]) // prettier-ignore
  const lines = {
    ...pairs,
    fromRow: Int32Array.of(0, 2, -1, -1, 0, -1),
    toRow: Int32Array.of(2, 6, -1, -1, 8, -1),
  }
  const plain = pictureWith(cards, lines)
  const names = [...'klmnopqrst']
  const rows = {
    ...{ count: 10, starts: Uint32Array.of(0, 2, 4, 6, 8, 10, 10), y: new Float32Array(10) },
    ...{ marks: new Uint8Array(10), keys: names, titles: names, types: names.map(() => '') },
  }
  const picture = prepare({ ...plain, rows: { ...plain.rows, ...rows } })
  const light = lightUpPath(picture, path('a', 'd', true))!
  expect([lit(light.lines), lit(light.rows), lit(light.cards)]).toEqual([
    [0, 1, 2, 3],
    [0, 2, 6],
    [0, 1, 2, 3],
  ])
})

test('lightUpWay(…) lights one of several ways', () => {
  const picture = along([0, 1], [1, 2], [0, 2], [2, 3])
  const way = (...names: string[]) =>
    lightUpWay(
      picture,
      names.map((name) => `id:${name}`),
    )!
  expect(lit(way('a', 'c', 'd').lines)).toEqual([2, 3])
  expect(lit(way('a', 'b', 'c', 'd').lines)).toEqual([0, 1, 3])
  expect(way('a', 'c', 'd').ends).toEqual([0, 3])
})
