import { expect, test } from 'vitest'
import { countPieces } from './count-pieces.ts'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { prepare } from '../picture/prepared.ts'

const cards = cardsAt([
  [0, 0],
  [600, 0],
  [600, 100],
])
/** A curve through points, its handles a third of the way along each piece. */
const through = (...points: readonly (readonly [number, number])[]): number[] => {
  const curve: number[] = [...points[0]!]
  points.slice(1).forEach(([x, y], i) => {
    const [fromX, fromY] = points[i]!
    curve.push(fromX + (x - fromX) / 3, fromY + (y - fromY) / 3)
    curve.push(x - (x - fromX) / 3, y - (y - fromY) / 3, x, y)
  })
  return curve
}
/** Where the count of the first line is tried: the points at which the pieces begin. */
function triedOn(pairs: readonly (readonly [number, number])[], first: number[]): [number, number][] {
  const plain = linesFrom(pairs, cards)
  const rest = plain.curves.slice(plain.starts[1])
  const shift = first.length - plain.starts[1]!
  const lines = {
    ...plain,
    curves: Float32Array.from([...first, ...rest]),
    starts: plain.starts.map((start, i) => (i === 0 ? start : start + shift)),
  }
  const picture = prepare(pictureWith(cards, lines))
  return countPieces(picture, lines.curves, 0).map((at) => [lines.curves[at]!, lines.curves[at + 1]!])
}

test('countPieces(…) begins with the piece that crosses a gap, not with a longer one that runs level beside others', () => {
  const curve = through([172, 22], [400, 22], [460, 122], [600, 122])
  expect(triedOn([[0, 2]], curve)[0]).toEqual([400, 22])
})

test('countPieces(…) of a line with level pieces alone begins at the end at which fewer others end', () => {
  const curve = through([172, 22], [232, 22], [232, 300], [500, 300], [500, 122], [600, 122])
  const fan = [
    [0, 2],
    [0, 1],
  ] as const
  const fanIn = [
    [0, 2],
    [1, 2],
  ] as const
  expect(triedOn(fan, curve).slice(0, 2)).toEqual([
    [500, 122],
    [232, 22],
  ])
  expect(triedOn(fanIn, curve).slice(0, 2)).toEqual([
    [172, 22],
    [232, 22],
  ])
})

test('countPieces(…) of a line with one piece is that, and of one without a curve none', () => {
  expect(triedOn([[0, 1]], through([172, 22], [600, 22]))).toEqual([[172, 22]])
  expect(triedOn([[0, 1]], [])).toEqual([])
})
