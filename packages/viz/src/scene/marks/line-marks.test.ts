import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { FORMS, STROKES, type Stroke } from '../picture/picture.ts'
import { prepare } from '../picture/prepared.ts'
import { lightUp, lightUpLine } from './light-up.ts'
import { litLines, restLines } from './line-marks.ts'

const cards = cardsAt([
  [0, 0],
  [300, 0],
])
const strokeOf = (stroke: Stroke, isChosen = false) => {
  const lines = { ...linesFrom([[0, 1]], cards), strokes: Uint8Array.of(STROKES.indexOf(stroke)) }
  const picture = prepare(pictureWith(cards, lines))
  const light = isChosen ? lightUpLine(picture, 0) : lightUp(picture, [{ card: 1, row: -1 }])
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

test('litLines(…) gives the accent to a line that is chosen, also where it closes a circle that the picture does not have', () => {
  expect(strokeOf('back', true)).toEqual([['accent', [5, 4]]])
})

test('restLines(…) is fainter the more lines are in sight and the further off they are, and hides nothing', () => {
  const picture = prepare(pictureWith(cards, linesFrom([[0, 1]], cards)))
  const shareOf = (count: number, k: number): number => {
    const [mark] = restLines(picture, Array<number>(count).fill(0), { x: 0, y: 0, k })
    return (mark?.kind === 'lines' && mark.share) || 1
  }
  expect([shareOf(10, 0.2), shareOf(10, 0.03)]).toEqual([1, 0.4])
  expect(shareOf(10_000, 0.03)).toBeLessThan(shareOf(10_000, 0.4))
  expect(shareOf(10_000, 0.2)).toBeLessThan(shareOf(300, 0.2))
  expect(shareOf(100_000, 0.03)).toBeGreaterThan(0.1)
})

test('litLines(…) of a thing that feeds its own box is a whole line with a dot for the box, and no head', () => {
  const things = {
    ...cardsAt([
      [0, 0],
      [300, 0],
    ]),
    forms: Uint8Array.of(FORMS.indexOf('box'), FORMS.indexOf('card')),
    box: Int32Array.of(-1, 0),
  }
  const lines = {
    ...linesFrom([[1, 0]]),
    curves: Float32Array.of(472, 22, 474, 22, 478, 22, 480, 22),
    starts: Uint32Array.of(0, 8),
  }
  const picture = prepare(pictureWith(things, lines))
  const light = lightUp(picture, [{ card: 1, row: -1 }])
  const marks = litLines(picture, [0], light, 'path', { x: 0, y: 0, k: 1 }, { width: 800, height: 600 })
  expect(marks.filter(({ kind }) => kind === 'heads')).toEqual([])
  expect(marks.filter(({ kind }) => kind === 'lines')).toMatchObject([{ shorter: 0 }, { shorter: 0 }])
  expect(marks.filter(({ kind }) => kind === 'dots')).toMatchObject([{ at: [480, 22], fill: 'accent' }])
})
