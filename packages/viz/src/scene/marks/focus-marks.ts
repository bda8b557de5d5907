import { ICONS } from '../../tokens/icons.ts'
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
  const scale = detailAt(k) === 'name' ? 0.8 : k
  const [px, py] = [
    left + width - 30 * scale,
    detailAt(k) !== 'name'
      ? top + (isTold ? 7 : 10) * scale
      : isTold && tellsInside(k)
        ? top + 3
        : top + height / 2 - 7,
  ]
  return [
    outline,
    { kind: 'rects', at: [px, py, 22 * scale, 20 * scale], radius: 10 * scale, fill: 'ink1' },
    {
      ...{ kind: 'path', d: ICONS.home, x: px + 5 * scale, y: py + 4 * scale, scale: scale / 2 },
      ...{ stroke: 'surface', lineWidth: 2.4 },
    },
  ]
}
