import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { STROKES, type Stroke } from '../picture/picture.ts'
import { prepare } from '../picture/prepared.ts'
import { lightUp } from './light-up.ts'
import { litLines } from './line-marks.ts'

const cards = cardsAt([
  [0, 0],
  [300, 0],
])
const strokeOf = (stroke: Stroke) => {
  const lines = { ...linesFrom([[0, 1]], cards), strokes: Uint8Array.of(STROKES.indexOf(stroke)) }
  const picture = prepare(pictureWith(cards, lines))
  const light = lightUp(picture, [{ card: 1, row: -1 }])
  const marks = litLines(picture, [0], light, 'path', { x: 0, y: 0, k: 1 }, { width: 800, height: 600 })
  return marks.flatMap((mark) =>
    mark.kind === 'lines' && mark.stroke !== 'canvas' ? [[mark.stroke, mark.dash]] : [],
  )
}

test('litLines(…) keeps the dash of what nobody declares: it is lit, and missing for all that', () => {
  expect(strokeOf('ghost')).toEqual([['accent', [5, 4]]])
  expect(strokeOf('plain')).toEqual([['accent', undefined]])
  expect(strokeOf('back')).toEqual([['error', [5, 4]]])
})
