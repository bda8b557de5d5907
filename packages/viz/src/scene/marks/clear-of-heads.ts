import type { Transform } from '../camera/camera.ts'
import { HEAD } from '../picture/measures.ts'
import { drawnFor } from '../picture/trunks.ts'
import type { Prepared } from '../picture/prepared.ts'
import { STROKES } from '../picture/picture.ts'

/** Whether a line has an arrowhead also at rest: where it does not lead from left to right. */
export function hasHead({ lines }: Pick<Prepared, 'lines'>, line: number): boolean {
  const stroke = STROKES[lines.strokes[line]!]
  return stroke === 'back' || stroke === 'self' || lines.reversed[line] === 1
}

/** Whether no arrowhead is under a rectangle of the window, in CSS pixels. @param isLit which lines have one for being lit. */
export function isClearOfHeads(
  picture: Prepared,
  { x, y, k }: Transform,
  [left, top, right, bottom]: readonly [left: number, top: number, right: number, bottom: number],
  isLit: (line: number) => boolean = () => false,
): boolean {
  const { starts } = picture.lines
  const curves = picture.curvesAt(k)
  const near = picture.lineIndex.touching(
    (left - HEAD.length - x) / k,
    (top - HEAD.length - y) / k,
    (right + HEAD.length - x) / k,
    (bottom + HEAD.length - y) / k,
  )
  return drawnFor(picture.trunksAt(k), near).every((line) => {
    const end = starts[line + 1]!
    if ((!hasHead(picture, line) && !isLit(line)) || end - starts[line]! < 8) return true
    const [dx, dy] = [curves[end - 2]! - curves[end - 4]!, curves[end - 1]! - curves[end - 3]!]
    const length = Math.hypot(dx, dy) || 1
    const [tipX, tipY] = [curves[end - 2]! * k + x, curves[end - 1]! * k + y]
    const [baseX, baseY] = [tipX - (dx / length) * HEAD.length, tipY - (dy / length) * HEAD.length]
    const [acrossX, acrossY] = [(Math.abs(dy) / length) * HEAD.half, (Math.abs(dx) / length) * HEAD.half]
    return (
      right <= Math.min(tipX, baseX) - acrossX ||
      left >= Math.max(tipX, baseX) + acrossX ||
      bottom <= Math.min(tipY, baseY) - acrossY ||
      top >= Math.max(tipY, baseY) + acrossY
    )
  })
}
