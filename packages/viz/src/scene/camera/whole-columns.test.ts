import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { roomForPill } from '../picture/room-for-pill.ts'
import { columnsOf, wholeColumns } from './whole-columns.ts'

const columns = [0, 300, 600, 900, 1200].map((x) => ({ x, width: 240, before: 24 }))
const about = columns[2]!
const size = { width: 1000, height: 600 }
const leftOf = (camera: { x: number; k: number }, { width } = size): number => camera.x - width / 2 / camera.k

test('wholeColumns(a camera that cuts the first column that is seen) begins with a whole one, the nearer', () => {
  expect(leftOf(wholeColumns({ x: 720, y: 0, k: 1 }, size, columns, about))).toBe(300 - 24)
  expect(leftOf(wholeColumns({ x: 601, y: 7, k: 1 }, size, columns, about))).toBe(0 - 24)
})

test('wholeColumns(…) leaves a camera that cuts none on its left, and moves neither up nor down nor nearer', () => {
  const camera = { x: 770, y: 5, k: 1 }
  expect(wholeColumns(camera, size, columns, about)).toBe(camera)
  expect(wholeColumns({ x: 720, y: 5, k: 1 }, size, columns, about)).toMatchObject({ y: 5, k: 1 })
})

test('wholeColumns(…) keeps in the window what the picture is about and something before it, else it leaves the camera', () => {
  const phone = { width: 400, height: 600 }
  const narrow = { x: 720, y: 0, k: 1 }
  expect(wholeColumns(narrow, phone, columns, about)).toBe(narrow)
  const atEnd = wholeColumns({ x: 1190, y: 0, k: 1 }, size, columns, columns[4]!)
  expect(leftOf(atEnd)).toBe(600 - 24)
  const large = { x: 580, width: 300 }
  const camera = { x: 720, y: 0, k: 1 }
  expect(wholeColumns(camera, { width: 310, height: 600 }, columns, large)).toBe(camera)
})

test('wholeColumns(…) begins with the pills of what waits upstream of a column', () => {
  const things = cardsAt([0, 300, 600, 900].map((x) => [x, 0] as const))
  things.waitsUp.set([3, 0, 12, 0])
  const layer = { layer: 0, nearest: 0, furthest: 0, isBothWays: false, drawn: 1 }
  const counts = { outside: 0, folded: 0, waiting: 0 }
  const ruler = Array.from(things.x, (x) => ({ ...layer, ...counts, x, width: 172 }))
  const found = columnsOf({ ...pictureWith(things, linesFrom([])), ruler })
  const [few, more] = [roomForPill(3).beside, roomForPill(12).beside]
  expect(found.map(({ before }) => before)).toEqual([few, 24, more, 24])
  const at = (left: number): number =>
    leftOf(wholeColumns({ x: left + 500, y: 0, k: 1 }, size, found, { x: 600, width: 172 }))
  expect(at(-24)).toBeCloseTo(-few)
  expect(at(276)).toBe(276)
})
