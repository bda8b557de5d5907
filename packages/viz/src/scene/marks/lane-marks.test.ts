import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxMarks } from './box-marks.ts'
import { fitterOf } from './cut-text.ts'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { laneTitle } from './lane-marks.ts'
import { FORMS, ROLES } from '../picture/picture.ts'
import { prepare } from '../picture/prepared.ts'

const fitter = fitterOf((text) => text.length * 6)
const outside = ROLES.indexOf('outside')

/** A lane with cards of the outside so far below its top. */
const penAt = (
  k: number,
  places: readonly (readonly [number, number])[],
  height: number,
  width = 700,
  curves: readonly number[] = [],
) => {
  const cards = { ...cardsAt(places), roles: new Uint8Array(places.length).fill(outside) }
  const lane = { x: -20, y: 0, width, height }
  const drawn = linesFrom(curves.length > 0 ? [[0, 0]] : [])
  const starts = Uint32Array.from(drawn.starts, (_, line) => line * curves.length)
  const lines = { ...drawn, curves: Float32Array.from(curves), starts }
  const picture = prepare({ ...pictureWith(cards, lines), lane })
  return { picture, transform: { x: 0, y: 0, k }, fitter, right: Infinity, columns: new Map() }
}

test('laneTitle(…) keeps clear of what stands in the lane at any scale, or says nothing', () => {
  const place = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 200 }))
  fc.assert(
    fc.property(
      fc.array(place, { minLength: 1, maxLength: 5 }),
      fc.double({ min: 0.3, max: 2, noNaN: true }),
      (places, k) => {
        const pen = penAt(k, places, 260)
        const title = laneTitle(pen).find((mark) => mark.kind === 'text')
        if (!title) return
        const [left, right] = [title.x - 19, title.x + fitter.width(title.text, 11, 600)]
        for (const [i, [x, y]] of places.entries()) {
          const { width, height } = pen.picture.things
          const isApart =
            x * k >= right + 4 ||
            (x + width[i]!) * k <= left - 4 ||
            y * k >= title.y + 6 ||
            (y + height[i]!) * k <= title.y - 14
          expect(isApart).toBe(true)
        }
      },
    ),
  )
})

test('laneTitle(…) stands above what is in the lane, or below where there is no room', () => {
  const at = (top: number): number =>
    laneTitle(penAt(1, [[0, top]], 120)).find((mark) => mark.kind === 'text')!.y
  expect(at(40)).toBeLessThan(40)
  expect(at(12)).toBeGreaterThan(56)
})

test('laneTitle(…) stands beside what fills the height of the lane, not at its far end, where the minimap lies', () => {
  const title = laneTitle(penAt(1, [[0, 4]], 52)).find((mark) => mark.kind === 'text')!
  expect(title.x).toBeGreaterThan(172)
  expect(title.x).toBeLessThan(240)
})

test('laneTitle(…) stands on the outline of a lane that is narrow and full', () => {
  const title = laneTitle(penAt(0.55, [[0, 26]], 84, 260)).find((mark) => mark.kind === 'text')!
  expect(title.y).toBe(4)
})

test('laneTitle(…) stands beside what leads up through the lane, on its lower outline if nowhere else', () => {
  const titleWith = (x: number, height: number, width: number, k: number) => {
    const up = [x, 60, x, 40, x, 20, x, -100]
    const pen = penAt(k, [[0, height === 120 ? 40 : 26]], height, width, up)
    const { text, x: left, y } = laneTitle(pen).find((mark) => mark.kind === 'text')!
    return { left: left - 19, right: left + fitter.width(text, 11, 600), middle: y - 4 }
  }
  // It has its usual place where that is clear, begins further left, or stands on the one outline or the other.
  expect(titleWith(160, 120, 700, 1)).toMatchObject({ left: -4 })
  const nearer = titleWith(170, 120, 300, 0.7)
  expect(nearer.right).toBeLessThan(170 * 0.7 - 4)
  expect(nearer.middle).toBeLessThan(40 * 0.7)
  expect(titleWith(180, 84, 260, 0.55)).toMatchObject({ middle: 84 * 0.55 + 3 })
})

test('boxMarks(…) hatches the outside as the lane is hatched, and what is in it no more', () => {
  const cards = {
    ...cardsAt([[0, 0], [10, 40], [400, 0]]), // prettier-ignore
    forms: new Uint8Array(3).fill(FORMS.indexOf('box')),
    roles: Uint8Array.of(outside, outside, 0),
    box: Int32Array.of(-1, 0, -1),
  }
  const picture = prepare(pictureWith(cards, linesFrom([], cards)))
  const marks = boxMarks({ picture, transform: { x: 0, y: 0, k: 1 } }, [0, 1, 2], () => true)
  const fills = marks.flatMap((mark) => (mark.kind === 'rects' ? [[mark.fill, mark.dash !== undefined]] : []))
  expect(fills).toEqual(expect.arrayContaining([['lines45', true], ['canvas', true], ['box1', false]])) // prettier-ignore
})
