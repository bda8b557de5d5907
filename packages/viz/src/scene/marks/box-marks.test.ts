import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { BOX } from '../picture/measures.ts'
import { FORMS } from '../picture/picture.ts'
import { prepare } from '../picture/prepared.ts'
import { headerMarks } from './box-marks.ts'
import { fitterOf } from './cut-text.ts'

const ONE_BOX = {
  ...cardsAt([[0, 100]]),
  forms: Uint8Array.of(FORMS.indexOf('box')),
  width: Float32Array.of(900),
  height: Float32Array.of(400),
  inside: Uint32Array.of(1),
}

test('headerMarks(…) frees the words of a header from lines, and leaves the outline of its box, also where the header is lower than its words', () => {
  const picture = prepare(pictureWith(ONE_BOX, linesFrom([])))
  for (const k of [1, 0.6, 0.42, 0.34]) {
    const pen = { picture, transform: { x: 0, y: 0, k }, right: 1000, columns: new Map() }
    const marks = headerMarks({ ...pen, fitter: fitterOf((text) => text.length * 6) }, [0], () => true)
    const grounds = marks.flatMap((mark) => (mark.kind === 'rects' ? [mark.at] : []))
    expect(grounds).toHaveLength(1)
    const [left, top] = grounds[0]!
    expect([left! >= 1, top! >= 100 * k + 1]).toEqual([true, true])
    expect(marks.some((mark) => mark.kind === 'text' && mark.halo !== undefined)).toBe(false)
  }
})

test('headerMarks(…) erases nothing of the outline of its box, wherever that lies between pixels, nor of its corners', () => {
  for (const k of [0.35, 0.42, 0.5, 0.6, 0.71, 0.73, 0.75, 0.85, 1, 1.5])
    for (const direction of ['right', 'down'] as const) {
      const box = { ...ONE_BOX, opens: Uint8Array.of(1), errors: Uint32Array.of(3) }
      const picture = prepare({ ...pictureWith(box, linesFrom([])), direction })
      const pen = { picture, transform: { x: 0, y: 0, k }, right: 2000, columns: new Map() }
      const marks = headerMarks({ ...pen, fitter: fitterOf((text) => text.length * 6) }, [0], () => true)
      const [top, right, radius] = [100 * k, 900 * k, 9 * Math.min(1, k)]
      /** How far down the ink of the outline reaches so far from a side of the box. */
      const inkAt = (inset: number): number =>
        inset >= radius ? 1 : radius + 0.5 - Math.sqrt((radius - 0.5) ** 2 - (radius + 0.5 - inset) ** 2)
      for (const mark of marks.filter((one) => one.kind === 'rects'))
        for (let i = 0; i < mark.at.length; i += 4) {
          const [x, y, width] = mark.at.slice(i, i + 3) as [number, number, number]
          const inset = Math.min(x, right - x - width)
          expect(inset).toBeGreaterThan(1.5)
          // A pixel that is theirs in part would be drawn over in part.
          expect(y - top - inkAt(inset)).toBeGreaterThan(0.1)
        }
    }
})

test('headerMarks(…) frees all the height of a header around its `−` from lines, and nothing of what is inside', () => {
  const picture = prepare(pictureWith({ ...ONE_BOX, opens: Uint8Array.of(1) }, linesFrom([])))
  for (const k of [0.85, 1, 1.5]) {
    const pen = { picture, transform: { x: 0, y: 0, k }, right: 2000, columns: new Map() }
    const marks = headerMarks({ ...pen, fitter: fitterOf((text) => text.length * 6) }, [0], () => true)
    const grounds = marks.flatMap((mark) => (mark.kind === 'rects' ? [mark.at] : [])).flat()
    expect(grounds).toHaveLength(8)
    const [top, height] = [grounds[5]!, grounds[7]!]
    expect(top).toBeCloseTo(100 * k + 2)
    expect(top + height).toBeCloseTo((100 + BOX.head) * k - 2)
  }
})

test('headerMarks(…) frees all the height of a header above and below its icon where the data goes down: a line would seem to be a part of that', () => {
  const heightsWhere = (direction: 'right' | 'down', k = 1): number[] => {
    const picture = prepare({ ...pictureWith(ONE_BOX, linesFrom([])), direction })
    const pen = { picture, transform: { x: 0, y: 0, k }, right: 1000, columns: new Map() }
    const marks = headerMarks({ ...pen, fitter: fitterOf((text) => text.length * 6) }, [0], () => true)
    return marks.flatMap((mark) => (mark.kind === 'rects' ? mark.at.filter((_, i) => i % 4 === 3) : []))
  }
  expect(heightsWhere('right')).toEqual([16])
  expect(heightsWhere('down')).toEqual([16, BOX.head - 4])
  expect(heightsWhere('down', 0.5).at(-1)).toBeCloseTo(BOX.head / 2 - 4)
})

test('headerMarks(…) says no number alone behind a badge: it would be taken for that of its findings', () => {
  const textsAt = (infos: number, width: number): string[] => {
    const box = {
      ...ONE_BOX,
      ...{ places: ['3 charts'], inside: Uint32Array.of(3), infos: Uint32Array.of(infos) },
      width: Float32Array.of(width),
    }
    const picture = prepare(pictureWith(box, linesFrom([])))
    const pen = { picture, transform: { x: 0, y: 0, k: 0.6 }, right: 1000, columns: new Map() }
    const marks = headerMarks({ ...pen, fitter: fitterOf((text) => text.length * 6) }, [0], () => true)
    return marks.flatMap((mark) => (mark.kind === 'text' && mark.fill === 'ink3' ? [mark.text] : []))
  }
  expect([textsAt(0, 900), textsAt(1, 900)]).toEqual([['3 charts'], ['3 charts']])
  const widths = Array.from({ length: 90 }, (_, i) => 10 * (i + 1))
  expect(widths.some((width) => textsAt(0, width).includes('3'))).toBe(true)
  expect(widths.some((width) => textsAt(1, width).includes('3'))).toBe(false)
})
