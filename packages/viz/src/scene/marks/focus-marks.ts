import { ICONS } from '../../tokens/icons.ts'
import { isHome, isUnderName } from './badge-of.ts'
import { isClearOfLines } from './clear-of-lines.ts'
import { detailAt, drawnRect, formOf, tellsInside } from './detail.ts'
import { BOX } from '../picture/measures.ts'
import type { Mark } from './marks.ts'
import type { Pen } from './pen.ts'

/** Home is ink: an outline and a filled pill with the house, so that it and the selection can fall on the same card. */
export function focusMarks(pen: Pen, focus: number): Mark[] {
  const { picture, transform } = pen
  const { x, y, k } = transform
  const isTold = formOf(picture, focus) === 'container'
  // All of a header is taken, by its `−` too.
  const isBox = formOf(picture, focus) === 'box'
  const rect = drawnRect(picture, focus, detailAt(k))
  const [left, top, width, height] = [rect.x * k + x, rect.y * k + y, rect.width * k, rect.height * k]
  const outline: Mark = {
    ...{
      kind: 'rects',
      at: [left - 1, top - 1, width + 2, height + 2],
      radius: 7 * Math.min(1.5, Math.max(k, 0.3)),
    },
    ...{ stroke: 'ink1', lineWidth: 1.5 },
  }
  if (detailAt(k) === 'tile') return [outline]
  const isName = detailAt(k) === 'name'
  const scale = isName || isBox ? 0.8 : k
  const isLow = !isName && isUnderName(pen, focus)
  const high = isLow ? UNDER_NAME.height : HOUSE.height
  const wide = HOUSE.width - HOUSE.height + high
  const [px, py] = placeOfHouse()
  const inset = (wide - HOUSE.icon) / 2
  return [
    outline,
    { kind: 'rects', at: [px, py, wide * scale, high * scale], radius: (high / 2) * scale, fill: 'ink1' },
    {
      ...{ kind: 'path', d: ICONS.home, x: px + inset * scale, y: py + ((high - HOUSE.icon) / 2) * scale },
      ...{ scale: scale / 2, stroke: 'surface', lineWidth: 2.4 },
    },
  ]

  function placeOfHouse(): [number, number] {
    if (isBox) return cornerOfHouse()
    const x = left + width - (HOUSE.inset + wide) * scale
    if (isHome(picture, focus)) {
      if (isName) return cornerOfHouse()
      return [x, top + (isLow ? UNDER_NAME.top : HOUSE.top) * scale]
    }
    if (!isName) return [x, top + (isTold ? 7 : HOUSE.top) * scale]
    return [x, isTold && tellsInside(k) ? top + 3 : top + height / 2 - 7]
  }

  /** The upper left corner, or a lower one where a line runs past that, or the header of the box around it is above it. Round a box lines run anywhere. */
  function cornerOfHouse(): [number, number] {
    const [first, last] = [left - ON_CORNER.left, left + width - wide * scale + ON_CORNER.left]
    const [upper, lower] = [top - ON_CORNER.top, top + height - high * scale + ON_CORNER.top]
    const isClear = ([x, y]: readonly [number, number]): boolean =>
      isClearOfLines(picture, transform, x - 1, y - 1, x + wide * scale + 1, y + high * scale + 1)
    if (isBox) return [first, upper]
    const lows: [number, number][] = [[first, lower], [last, lower]] // prettier-ignore
    const corners: [number, number][] = isUnderHeader(upper) ? lows : [[first, upper], ...lows]
    return corners.find(isClear) ?? corners[0]!
  }

  function isUnderHeader(upper: number): boolean {
    const box = picture.things.box[focus]!
    return box >= 0 && upper < (picture.things.y[box]! + BOX.head) * k + y
  }
}

/** In the header of a card, in its units: where it stands, and the house in it. */
const HOUSE = { width: 22, height: 20, top: 10, inset: 8, icon: 12 } as const
/** So that a long name has its line to itself; and on the corner of a card that says its name alone, CSS pixels. */
const UNDER_NAME = { top: 24, height: 17 } as const
const ON_CORNER = { left: 7, top: 11 } as const
