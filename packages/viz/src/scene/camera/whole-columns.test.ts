import { expect, test } from 'vitest'
import { wholeColumns } from './whole-columns.ts'

const columns = [0, 300, 600, 900, 1200].map((x) => ({ x, width: 240 }))
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
