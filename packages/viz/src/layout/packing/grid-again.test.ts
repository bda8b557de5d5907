import { expect, test } from 'vitest'
import { gridAgain } from './grid-again.ts'
import { placeGrid } from './place-grid.ts'

const GAP = 10
const sizes = (count: number, size: number): Float64Array => new Float64Array(count).fill(size)

/** Six of 100 by 30 in rows of three, from 50 on, without some of them, and with some that are new. */
function gridBefore(gone: readonly number[], fresh = 0) {
  const stays = [0, 1, 2, 3, 4, 5].filter((thing) => !gone.includes(thing))
  const { x, y } = placeGrid(sizes(6, 100), sizes(6, 30), GAP, GAP, 300)
  const of = (column: Float64Array, first: number): Float64Array =>
    Float64Array.from([...stays.map((thing) => column[thing]! + first), ...sizes(fresh, NaN)])
  const count = stays.length + fresh
  return { x: of(x, 50), y: of(y, 50), width: sizes(count, 100), height: sizes(count, 30) }
}

const placesIn = (before: ReturnType<typeof gridBefore>, height = before.height) => {
  const grid = gridAgain(before.width, height, before, GAP, GAP, 300)
  return grid && [...grid.x].map((x, i) => [x, grid.y[i]])
}

test('gridAgain(one is gone) leaves all others where they were', () => {
  expect(placesIn(gridBefore([1]))).toEqual([[0, 0], [220, 0], [0, 40], [110, 40], [220, 40]]) // prettier-ignore
})

test('gridAgain(new ones) puts them into cells that are free, and then below', () => {
  const [one, other] = placesIn(gridBefore([1], 2))!.slice(-2)
  expect([one, other]).toEqual([[110, 0], [0, 80]]) // prettier-ignore
})

test('gridAgain(new one, room to the right) puts it at the end of the first row', () => {
  const before = gridBefore([3, 4, 5], 1)
  const grid = gridAgain(before.width, before.height, before, GAP, GAP, 400)!
  expect([grid.x[3], grid.y[3]]).toEqual([330, 0])
})

test('gridAgain(one has grown) moves down what is below it, and nothing beside it', () => {
  const before = gridBefore([])
  const places = placesIn(before, Float64Array.of(50, 30, 30, 30, 30, 30))
  expect(places).toEqual([[0, 0], [110, 0], [220, 0], [0, 60], [110, 60], [220, 60]]) // prettier-ignore
})

test('gridAgain(as many new as there were) is none: they are placed anew', () => {
  expect(placesIn(gridBefore([3, 4, 5], 3))).toBeNull()
})
