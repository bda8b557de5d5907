import { NODE_CHANGES } from '@lineagraph/core'
import { groundIn } from './box-marks.ts'
import { detailAt, drawnRect, formOf } from './detail.ts'
import type { Mark } from './marks.ts'
import { BOX, DETAIL, ROW } from './measures.ts'
import type { Picture } from './picture.ts'
import type { Pen } from './pen.ts'
import { startSheet, type RectStyle, type Sheet } from './sheet.ts'

const SIGNS = { added: '+', removed: '−', changed: '~' } as const
type Change = keyof typeof SIGNS
const KINDS = ['added', 'removed', 'changed'] as const
const BARS: Readonly<Record<Change, RectStyle>> = {
  added: { radius: 0, fill: 'added' },
  removed: { radius: 0, fill: 'removed' },
  changed: { radius: 0, fill: 'changed' },
}
/** The bar in the left edge of a thing, and the disc with its sign at the bar's head. CSS pixels. */
const BAR = 3
const DISC = { radius: 6, out: 1.5, least: 13 } as const
/** What counts the differences inside a thing: on its upper edge and clear of its name, from so far inside the left. CSS pixels. */
const PILL = { height: 16, left: 10, pad: 6, gap: 5, up: 5, least: 60 } as const

/** How many resources of a thing differ: itself, its columns and what is inside it, as far as that has no place of its own. */
type Differences = Readonly<Record<Change, number>>

/**
 * What was added, removed or changed: a bar in the left edge, and its sign on it, or how many there are inside, where that can be read. They
 * never dim.
 */
export function changeMarks(pen: Pen, things: readonly number[]): Mark[] {
  const { picture, transform } = pen
  const { changes } = picture
  if (!changes) return []
  const { x, y, k } = transform
  const detail = detailAt(k)
  const bars = startSheet()
  const discs = new Map<Change, number[]>()
  const signs = startSheet()
  const removedInBoxes = sumInBoxes(picture, changes.removed)
  for (const thing of things) {
    const form = formOf(picture, thing)
    const isBox = form === 'box'
    const own = ownChange(changes.own[thing]!)
    const inside: Differences = {
      added: isBox ? 0 : changes.added[thing]! - (own === 'added' ? 1 : 0),
      removed: changes.removed[thing]! - removedInBoxes[thing]!,
      changed: isBox ? 0 : changes.changed[thing]! - (own === 'changed' ? 1 : 0),
    }
    const within = kindOf(inside)
    const change = own ?? within
    if (change === null) continue
    const rect = drawnRect(picture, thing, detail)
    const [left, top, width, height] = [rect.x * k + x, rect.y * k + y, rect.width * k, rect.height * k]
    // What is inside an open box has bars of its own.
    if (own !== null || !isBox)
      bars.rect(0, BARS[change], left, top, Math.min(BAR, width), Math.max(1.5, height))
    if (within !== null && detail !== 'tile' && form !== 'tile' && width >= PILL.least) {
      drawPill(signs, pen, thing, withOwn(inside, own), left, top)
      continue
    }
    if (own === null && isBox) continue
    const head = isBox ? Math.min(height, BOX.head * k) : height
    if (head < DISC.least) continue
    // On the edge, so that it covers neither an icon nor a badge.
    const middle = top + Math.min(head / 2, 22 * k)
    const at = discs.get(change)
    const centre = left - DISC.out
    if (at) at.push(centre, middle)
    else discs.set(change, [centre, middle])
    signs.text({
      ...{ x: centre, y: middle + 4, text: SIGNS[change], size: 11, weight: 600 },
      ...{ fill: 'surface', anchor: 'middle' },
    })
  }
  if (k >= DETAIL.full) for (const thing of things) drawRowSigns(bars, signs, pen, thing, changes.ownRows)
  return [
    ...bars.marks(),
    ...Array.from(discs, ([fill, at]): Mark => ({ kind: 'dots', at, radius: DISC.radius, fill })),
    ...signs.marks(),
  ]
}

/** What moved into another parent is no other thing: it changed. */
function ownChange(index: number): 'added' | 'changed' | null {
  const change = NODE_CHANGES[index]!
  return change === 'same' ? null : change === 'added' ? 'added' : 'changed'
}

/** The one thing that happened inside; where several did, it changed. */
function kindOf(inside: Differences): Change | null {
  const there = KINDS.filter((kind) => inside[kind] > 0)
  return there.length > 1 ? 'changed' : (there[0] ?? null)
}

const withOwn = (inside: Differences, own: Change | null): Differences =>
  own ? { ...inside, [own]: inside[own] + 1 } : inside

/** By box: how many of a count are of things that are drawn in it. */
function sumInBoxes({ things }: Picture, counts: Uint32Array): Uint32Array {
  const sums = new Uint32Array(things.count)
  for (let thing = 0; thing < things.count; thing++)
    if (things.box[thing]! >= 0) sums[things.box[thing]!]! += counts[thing]!
  return sums
}

/** `+3 −1 ~2` on the upper edge, each in its colour. */
function drawPill(
  sheet: Sheet,
  { picture, fitter }: Pen,
  thing: number,
  counts: Differences,
  left: number,
  top: number,
): void {
  const parts = KINDS.filter((kind) => counts[kind] > 0).map((kind) => {
    const text = SIGNS[kind] + counts[kind].toLocaleString('en-US')
    return { kind, text, width: fitter.width(text, 11, 600) }
  })
  const width = parts.reduce((sum, part) => sum + part.width + PILL.gap, 2 * PILL.pad - PILL.gap)
  let x = left + PILL.left
  const fill = formOf(picture, thing) === 'box' ? groundIn(picture, thing) : 'surface'
  const style: RectStyle = { radius: PILL.height / 2, fill, stroke: 'line2', lineWidth: 1 }
  const middle = top - PILL.up
  sheet.rect(0, style, x, middle - PILL.height / 2, width, PILL.height)
  x += PILL.pad
  for (const { kind, text, width: length } of parts) {
    sheet.text({ x, y: middle + 4, text, size: 11, weight: 600, fill: kind })
    x += length + PILL.gap
  }
}

/** A column that differs: the bar in its row's left edge, and its sign before its name. */
function drawRowSigns(
  bars: Sheet,
  signs: Sheet,
  { picture: { things, rows }, transform: { x, y, k } }: Pen,
  thing: number,
  ownRows: Uint8Array,
): void {
  for (let row = rows.starts[thing]!; row < rows.starts[thing + 1]!; row++) {
    const change = ownChange(ownRows[row]!)
    if (change === null) continue
    const left = things.x[thing]! * k + x
    const middle = (things.y[thing]! + rows.y[row]!) * k + y
    bars.rect(0, BARS[change], left, middle - (ROW.height / 2) * k, BAR, ROW.height * k)
    signs.text({
      ...{ x: left + 7.5, y: middle + 4, text: SIGNS[change], size: 11, weight: 600 },
      ...{ fill: change, anchor: 'middle' },
    })
  }
}
