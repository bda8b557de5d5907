import { expect, test } from 'vitest'
import { loopCurve } from '../picture/curve.ts'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { CARD } from '../picture/measures.ts'
import { STROKES } from '../picture/picture.ts'
import { prepare } from '../picture/prepared.ts'
import { lightUpLine } from './light-up.ts'
import { litLines, restLines } from './line-marks.ts'
import type { HeadsMark, Mark } from './marks.ts'

/** A card that feeds itself. */
const cards = cardsAt([[0, 100]])
const curves = Float32Array.from(loopCurve(CARD.width, 100, 100 + CARD.height / 2))
const lines = {
  ...linesFrom([[0, 0]]),
  strokes: Uint8Array.of(STROKES.indexOf('self')),
  curves,
  starts: Uint32Array.of(0, curves.length),
}
const picture = prepare(pictureWith(cards, lines))
const headsOf = (marks: readonly Mark[]): HeadsMark[] => marks.filter((mark) => mark.kind === 'heads')
const at = (k: number) => ({ x: 0, y: 0, k })

test('restLines(…) draws a head where a loop ends, pointing down to the top of its card', () => {
  const [head] = headsOf(restLines(picture, [0], at(1)))
  expect(head!.at).toEqual([CARD.width - 20, 100, 0, 1])
})

test('the head of a loop shrinks with it, so that it is never higher than the loop', () => {
  for (const k of [0.4, 1, 2]) {
    const [head] = headsOf(restLines(picture, [0], at(k)))
    expect(7 * head!.scale).toBeLessThanOrEqual(10 * k)
  }
  expect(headsOf(restLines(picture, [0], at(0.2)))).toEqual([])
})

test('litLines(…) draws the head of a loop too', () => {
  const lit = litLines(picture, [0], lightUpLine(picture, 0), 'path', at(1), { width: 800, height: 600 })
  expect(headsOf(lit)).toMatchObject([{ fill: 'accent', at: [CARD.width - 20, 100, 0, 1] }])
})
