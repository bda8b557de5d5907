import { groundIn } from './box-marks.ts'
import { detailAt, drawnRect, formOf } from './detail.ts'
import { CHANGES, ownChange, type Change, type Difference } from './differences.ts'
import type { Mark } from './marks.ts'
import { BOX, DETAIL, ROW } from './measures.ts'
import type { Pen } from './pen.ts'
import { secondLineOf } from './second-line.ts'
import { startSheet, type RectStyle, type Sheet } from './sheet.ts'

const SIGNS = { added: '+', removed: '−', changed: '~' } as const
const BARS: Readonly<Record<Change, RectStyle>> = {
  added: { radius: 0, fill: 'added' },
  removed: { radius: 0, fill: 'removed' },
  changed: { radius: 0, fill: 'changed' },
}
/** The bar in the left edge of a thing, and the disc with its sign at the bar's head. CSS pixels. */
const BAR = 3
const DISC = { radius: 6, out: 1.5, least: 13 } as const
/** Between the counts of differences, CSS pixels. */
const APART = 6

/**
 * What was added, removed or changed: a bar in the left edge, and its sign on it, or in place of what is told about a thing how many differ
 * inside, where that can be read. They never dim.
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
    const difference = differenceOf(thing)
    const { own, within } = difference
    const change = own ?? within
    if (change === null) continue
    const rect = drawnRect(picture, thing, detail)
    const [left, top, width, height] = [rect.x * k + x, rect.y * k + y, rect.width * k, rect.height * k]
    // What is inside an open box has bars of its own.
    if (own !== null || !isBox)
      bars.rect(0, BARS[change], left, top, Math.min(BAR, width), Math.max(1.5, height))
    if (within !== null && drawCounts(signs, pen, thing, difference)) continue
    if (own === null && isBox) continue
    const head = isBox ? Math.min(height, BOX.head * k) : height
    if (head < DISC.least) continue
    sign(change, left, top + Math.min(head / 2, 22 * k))
  }
  if (k >= DETAIL.full) for (const thing of things) drawRows(thing, changes.ownRows)
  return [
    ...bars.marks(),
    ...Array.from(discs, ([fill, at]): Mark => ({ kind: 'dots', at, radius: DISC.radius, fill })),
    ...signs.marks(),
  ]

  /** On the left edge, so that it covers neither an icon nor a name. */
  function sign(change: Change, left: number, middle: number): void {
    const centre = left - DISC.out
    const at = discs.get(change)
    if (at) at.push(centre, middle)
    else discs.set(change, [centre, middle])
    signs.text({
      ...{ x: centre, y: middle + 4, text: SIGNS[change], size: 11, weight: 600 },
      ...{ fill: 'surface', anchor: 'middle' },
    })
  }

  /** Columns that differ: the bar in the left edge of each row, and its sign. */
  function drawRows(thing: number, ownRows: Uint8Array): void {
    const { things: all, rows } = picture
    for (let row = rows.starts[thing]!; row < rows.starts[thing + 1]!; row++) {
      const change = ownChange(ownRows[row]!)
      if (change === null) continue
      const left = all.x[thing]! * k + x
      const middle = (all.y[thing]! + rows.y[row]!) * k + y
      bars.rect(0, BARS[change], left, middle - (ROW.height / 2) * k, BAR, ROW.height * k)
      sign(change, left, middle)
    }
  }
}

/** `+3 −1 ~2`, each in its colour, as many of them as there is room for. @returns whether there is room for any. */
function drawCounts(sheet: Sheet, pen: Pen, thing: number, { counts }: Difference): boolean {
  const line = secondLineOf(pen, thing)
  if (!line) return false
  const halo = formOf(pen.picture, thing) === 'box' ? groundIn(pen.picture, thing) : undefined
  let x = line.x
  for (const change of CHANGES) {
    if (counts[change] === 0) continue
    const text = SIGNS[change] + counts[change].toLocaleString('en-US')
    const width = pen.fitter.width(text, line.size, 600)
    if (x + width > line.x + line.room) break
    sheet.text({ x, y: line.y, text, size: line.size, weight: 600, fill: change, halo })
    x += width + APART
  }
  return x > line.x
}
