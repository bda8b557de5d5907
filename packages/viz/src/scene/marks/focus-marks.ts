import { ICONS } from '../../tokens/icons.ts'
import { isUnderName } from './badge-of.ts'
import { detailAt, drawnRect, formOf, tellsInside } from './detail.ts'
import type { Mark } from './marks.ts'
import type { Pen } from './pen.ts'

/** Home is ink: an outline and a filled pill with the house, so that it and the selection can fall on the same card. */
export function focusMarks({ picture, transform: { x, y, k } }: Pen, focus: number): Mark[] {
  const isTold = formOf(picture, focus) === 'container'
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
  const scale = isName ? 0.8 : k
  const [px, py] = placeOfHouse()
  const high = isUnderName(picture, focus) && !isName ? UNDER_NAME.height : 20
  return [
    outline,
    { kind: 'rects', at: [px, py, 22 * scale, high * scale], radius: (high / 2) * scale, fill: 'ink1' },
    {
      ...{ kind: 'path', d: ICONS.home, x: px + 5 * scale, y: py + (high / 2 - 6) * scale, scale: scale / 2 },
      ...{ stroke: 'surface', lineWidth: 2.4 },
    },
  ]

  function placeOfHouse(): [number, number] {
    const x = left + width - 30 * scale
    if (isUnderName(picture, focus))
      return isName ? [left - ON_CORNER.left, top - ON_CORNER.top] : [x, top + UNDER_NAME.top * scale]
    if (!isName) return [x, top + (isTold ? 7 : 10) * scale]
    return [x, isTold && tellsInside(k) ? top + 3 : top + height / 2 - 7]
  }
}

/** In the header of a card, so that the name has its line to itself, in its units; and on the corner of one that says its name alone, CSS pixels. */
const UNDER_NAME = { top: 24, height: 17 } as const
const ON_CORNER = { left: 7, top: 11 } as const
