import { drawnRect, detailAt } from './detail.ts'
import type { Mark } from './marks.ts'
import { BOX } from './measures.ts'
import { CHANGES, FORMS } from './picture.ts'
import type { Pen } from './pen.ts'
import { startSheet, type RectStyle } from './sheet.ts'

const SIGNS = { added: '+', removed: '−', changed: '~' } as const
type Change = keyof typeof SIGNS
const BARS: Readonly<Record<Change, RectStyle>> = {
  added: { radius: 0, fill: 'added' },
  removed: { radius: 0, fill: 'removed' },
  changed: { radius: 0, fill: 'changed' },
}
/** The bar in the left edge of a thing, and the disc with its sign at the bar's head. CSS pixels. */
const BAR = 3
const DISC = { radius: 6, least: 13 } as const

/** What was added, removed or changed: a bar in the left edge, and its sign on it where that can be read. They never dim. */
export function changeMarks(pen: Pen, things: readonly number[]): Mark[] {
  const { changes, forms } = pen.picture.things
  if (!changes) return []
  const { x, y, k } = pen.transform
  const bars = startSheet()
  const discs = new Map<Change, number[]>()
  const signs = startSheet()
  for (const thing of things) {
    const change = CHANGES[changes[thing]!]!
    if (change === 'none') continue
    const rect = drawnRect(pen.picture, thing, detailAt(k))
    const [left, top] = [rect.x * k + x, rect.y * k + y]
    const height = rect.height * k
    bars.rect(0, BARS[change], left, top, Math.min(BAR, rect.width * k), Math.max(1.5, height))
    const head = FORMS[forms[thing]!] === 'box' ? Math.min(height, BOX.head * k) : height
    if (head < DISC.least) continue
    // On the edge, so that it covers neither an icon nor a badge.
    const middle = top + Math.min(head / 2, 22 * k)
    const at = discs.get(change)
    if (at) at.push(left, middle)
    else discs.set(change, [left, middle])
    signs.text({
      ...{ x: left, y: middle + 4, text: SIGNS[change], size: 11, weight: 600 },
      ...{ fill: 'surface', anchor: 'middle' },
    })
  }
  return [
    ...bars.marks(),
    ...Array.from(discs, ([fill, at]): Mark => ({ kind: 'dots', at, radius: DISC.radius, fill })),
    ...signs.marks(),
  ]
}
