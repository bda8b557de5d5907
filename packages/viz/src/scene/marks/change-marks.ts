import { groundIn } from './box-marks.ts'
import { hasCornerBadge } from './badge-marks.ts'
import { changeCounts, SIGNS } from './change-counts.ts'
import { detailAt, drawnRect, formOf } from './detail.ts'
import type { Change } from '../picture/differences.ts'
import type { Mark } from './marks.ts'
import { BOX, CARD, DETAIL, ROW } from '../picture/measures.ts'
import { feedsItself } from './name-line.ts'
import type { Pen } from './pen.ts'
import { rowEnd } from './row-end.ts'
import { secondLineOf } from './second-line.ts'
import { startSheet, type RectStyle, type Sheet } from './sheet.ts'

const BARS: Readonly<Record<Change, RectStyle>> = {
  added: { radius: 0, fill: 'added' },
  removed: { radius: 0, fill: 'removed' },
  changed: { radius: 0, fill: 'changed' },
}
/** The bar in the left edge of a thing, and the disc with its sign on the right upper corner, beside a badge that stands there, and beside a loop. CSS pixels. */
const BAR = 3
const DISC = { radius: 6, below: 0.5, least: 13, besideBadge: 12, besideLoop: 32 } as const

/**
 * What was added, removed or changed: a bar in the left edge, and its sign where badges stand, or, where that can be read, how many differ
 * inside. They never dim.
 */
export function changeMarks(pen: Pen, things: readonly number[]): Mark[] {
  const { picture, transform } = pen
  const { changes, differenceOf } = picture
  if (!changes || !differenceOf) return []
  const { x, y, k } = transform
  const detail = detailAt(k)
  const bars = startSheet()
  const discs = new Map<Change, number[]>()
  const signs = startSheet()
  for (const thing of things) {
    const isBox = formOf(picture, thing) === 'box'
    const { own, within } = differenceOf(thing)
    const change = own ?? within
    if (change === null) continue
    const rect = drawnRect(picture, thing, detail)
    const [left, top, width, height] = [rect.x * k + x, rect.y * k + y, rect.width * k, rect.height * k]
    // Within the corners, where the edge is straight.
    const round = detail === 'tile' ? 0 : Math.min(CARD.radius * k, height / 4)
    // What is inside an open box has bars of its own.
    if (own !== null || !isBox)
      bars.rect(0, BARS[change], left, top + round, Math.min(BAR, width), Math.max(1.5, height - 2 * round))
    if (drawCounts(signs, pen, thing)) continue
    if (own === null && isBox) continue
    const head = isBox ? Math.min(height, BOX.head * k) : height
    if (head < DISC.least) continue
    const loop = feedsItself(picture, thing) ? DISC.besideLoop : 0
    const beside = hasCornerBadge(pen, thing) ? DISC.besideBadge : loop
    sign(change, left + width - beside, top + DISC.below)
  }
  if (k >= DETAIL.full) for (const thing of things) drawRows(thing)
  return [
    ...bars.marks(),
    ...Array.from(discs, ([fill, at]): Mark => ({ kind: 'dots', at, radius: DISC.radius, fill })),
    ...signs.marks(),
  ]

  function sign(change: Change, x: number, y: number): void {
    const at = discs.get(change)
    if (at) at.push(x, y)
    else discs.set(change, [x, y])
    signs.text({
      ...{ x, y: y + 4, text: SIGNS[change], size: 11, weight: 600 },
      ...{ fill: 'surface', anchor: 'middle' },
    })
  }

  /** Columns that differ: the bar in the left edge of each row, and its sign behind the name. */
  function drawRows(thing: number): void {
    const { things: all, rows } = picture
    const width = all.width[thing]! * k
    for (let row = rows.starts[thing]!; row < rows.starts[thing + 1]!; row++) {
      const { change, sign: end } = rowEnd(pen, row, width)
      if (change === null) continue
      const left = all.x[thing]! * k + x
      const middle = (all.y[thing]! + rows.y[row]!) * k + y
      bars.rect(0, BARS[change], left, middle - (ROW.height / 2) * k, BAR, ROW.height * k)
      sign(change, left + width - end - DISC.radius, middle)
    }
  }
}

/** `+3 −1 ~2`, each in its colour. @returns whether there is room for any. */
function drawCounts(sheet: Sheet, pen: Pen, thing: number): boolean {
  const line = secondLineOf(pen, thing)
  const counts = line && changeCounts(pen, thing, line)
  if (!counts) return false
  const halo = formOf(pen.picture, thing) === 'box' ? groundIn(pen.picture, thing) : undefined
  for (const { change, text, x } of counts.parts)
    sheet.text({ x, y: line.y, text, size: line.size, weight: 600, fill: change, halo })
  return true
}
