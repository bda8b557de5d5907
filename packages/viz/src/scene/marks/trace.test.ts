import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { STROKES } from '../picture/picture.ts'
import { prepare } from '../picture/prepared.ts'
import { restLines } from './line-marks.ts'
import { trace } from './trace.ts'

const cards = cardsAt([
  [0, 0],
  [0, 100],
  [300, 0],
  [300, 100],
])

/** Where dashes are counted from, of lines that look like those to what is missing. */
function begun(pairs: [number, number][], stroke: 'ghost' | 'plain' = 'ghost'): [number, number][] {
  const lines = linesFrom(pairs, cards)
  const strokes = new Uint8Array(pairs.length).fill(STROKES.indexOf(stroke))
  const picture = prepare(pictureWith(cards, { ...lines, strokes }))
  const [mark] = restLines(picture, [...pairs.keys()], { x: 0, y: 0, k: 1 })
  const begins: [number, number][] = []
  if (mark?.kind !== 'lines') return begins
  for (const line of mark.lines)
    trace(mark, line, { moveTo: (x, y) => void begins.push([x, y]), bezierCurveTo() {} })
  return begins
}

test('dashed lines that share a way into one thing are in step there: each is drawn from that end', () => {
  const pairs: [number, number][] = [[0, 2], [1, 2]] // prettier-ignore
  expect(begun(pairs)).toEqual([[300, 22], [300, 22]]) // prettier-ignore
  expect(begun(pairs, 'plain')).toEqual([[172, 22], [172, 122]]) // prettier-ignore
})

test('dashed lines that share a way out of one thing are in step there', () => {
  expect(begun([[0, 2], [0, 3]])).toEqual([[172, 22], [172, 22]]) // prettier-ignore
})

test('trace(…) leads a pen the same way from either end, up to the head', () => {
  const curves = Float32Array.of(0, 0, 10, 0, 20, 10, 30, 10, 40, 10, 50, 20, 60, 20)
  const mark = { curves, starts: Uint32Array.of(0, 14), transform: { x: 5, y: 0, k: 2 }, shorter: 0 }
  const traced = (fromEnd: number): number[] => {
    const way: number[] = []
    trace({ ...mark, fromEnd: Uint8Array.of(fromEnd) }, 0, {
      moveTo: (...at) => void way.push(...at),
      bezierCurveTo: (...at) => void way.push(...at),
    })
    return way
  }
  const points = (way: readonly number[]): number[][] =>
    Array.from({ length: way.length / 2 }, (_, i) => way.slice(2 * i, 2 * i + 2))
  expect(traced(0)).toEqual([...curves].map((at, i) => 2 * at + (i % 2 === 0 ? 5 : 0)))
  expect(points(traced(1))).toEqual(points(traced(0)).toReversed())
})
