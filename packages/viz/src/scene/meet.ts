import type { Transform } from './camera/camera.ts'
import type { Fitter } from './marks/cut-text.ts'
import { detailAt, drawnRect, formOf, isLow } from './marks/detail.ts'
import { headerOf } from './marks/header.ts'
import { headerEnds } from './marks/header-ends.ts'
import { cardAt, lineAt, thingsNear } from './marks/hit-test.ts'
import { BOX, CARD, PILL, ROW } from './picture/measures.ts'
import type { CirclePill } from './marks/circle-pills.ts'
import { pillsOf, type Pill } from './marks/pills.ts'
import type { Prepared } from './picture/prepared.ts'
import { rowAt } from './picture/targets.ts'
import { drawnFor } from './picture/trunks.ts'

/** What the pointer meets. */
export type Met =
  | { readonly kind: 'nothing' }
  /** @param row of the thing, or -1. */
  | { readonly kind: 'thing'; readonly thing: number; readonly row: number }
  | { readonly kind: 'line'; readonly line: number }
  /** All lines from one card to another: the one that is drawn for them. */
  | { readonly kind: 'trunk'; readonly line: number }
  /** What opens or closes a thing in its place. */
  | { readonly kind: 'toggle'; readonly thing: number }
  /** The last row of a card: so many more columns. */
  | { readonly kind: 'more'; readonly thing: number }
  | { readonly kind: 'pill'; readonly pill: Pill }
  /** The pill of a circle, on one of its back edges; or of several, on the line that is drawn for a back edge of each. */
  | { readonly kind: 'circle'; readonly circles: readonly number[]; readonly line: number }

export const NOTHING: Met = { kind: 'nothing' }

/** The thing that is met, by itself, by its toggle or by its pill; -1 for anything else. */
export const thingMet = (met: Met): number =>
  met.kind === 'thing' || met.kind === 'toggle' ? met.thing : met.kind === 'pill' ? met.pill.thing : -1

const NO_COLUMNS: ReadonlyMap<string, readonly string[]> = new Map()

/** What points: a mouse or a pen, or a finger, whose tip is wide. */
export type By = 'pointer' | 'finger'

/** How far beside a line it is still meant, CSS pixels. */
const REACH: Readonly<Record<By, number>> = { pointer: 6, finger: 12 }
/** How large what is small is at least, CSS pixels: for a finger as far as nothing else but lines stands there. */
const LEAST: Readonly<Record<By, number>> = { pointer: PILL.hit, finger: 44 }
/** Where on a closed thing its `+` stands: from its right side, on its foot; and how high a thing is at least for that. CSS pixels. */
export const TOGGLE = { right: 14, radius: 9, low: 40 } as const

/**
 * What is at a point: what is painted last is met first.
 * @param at in CSS pixels of the window; `right` is where that ends. @param active the things whose `+` and `»` are shown. @param circlePills those that are drawn.
 */
export function meet(
  picture: Prepared,
  transform: Transform,
  fitter: Fitter,
  active: ReadonlySet<number>,
  circlePills: readonly CirclePill[],
  at: { readonly x: number; readonly y: number; readonly right: number; readonly by: By },
): Met {
  const { x, y, k } = transform
  const point = { x: (at.x - x) / k, y: (at.y - y) / k }
  const detail = detailAt(k)
  /** What is small, and nearest: each as large as `least`. */
  const smallAt = (least: number): Met | null => {
    let met: Met | null = null
    let nearest = Infinity
    const offer = (one: Met, left: number, top: number, width: number, height: number): void => {
      const [dx, dy] = [
        Math.max(left - at.x, 0, at.x - left - width),
        Math.max(top - at.y, 0, at.y - top - height),
      ]
      if (dx > Math.max(0, least - width) / 2 || dy > Math.max(0, least - height) / 2) return
      if (dx + dy < nearest) [met, nearest] = [one, dx + dy]
    }
    for (const thing of thingsNear(picture.index, picture.things, point, 80 / k)) {
      for (const pill of pillsOf(picture, thing, transform, fitter, active.has(thing)))
        offer({ kind: 'pill', pill }, pill.x, pill.y, pill.width, pill.height)
      if (!active.has(thing) || !hasToggle(picture, thing)) continue
      const [cx, cy] = toggleAt(picture, thing, transform)
      const { radius } = TOGGLE
      offer({ kind: 'toggle', thing }, cx - radius, cy - radius, 2 * radius, 2 * radius)
    }
    for (const { circles, line, x: left, y: top, width, height } of circlePills)
      offer({ kind: 'circle', circles, line }, left, top, width, height)
    return met
  }
  const small = detail === 'tile' ? null : smallAt(LEAST.pointer)
  if (small) return small
  const thing = cardAt(picture.index, picture.things, point, detail === 'tile' ? 3 / k : 0)
  const rect = thing < 0 ? null : drawnRect(picture, thing, detail)
  const isGround = rect === null || formOf(picture, thing) === 'box' || point.y > rect.y + rect.height
  if (isGround) {
    const around = detail !== 'tile' && at.by === 'finger' ? smallAt(LEAST.finger) : null
    if (around) return around
    const reach = REACH[at.by] / k
    const near = picture.lineIndex.touching(
      point.x - reach,
      point.y - reach,
      point.x + reach,
      point.y + reach,
    )
    const trunks = picture.trunksAt(k)
    const line = lineAt(
      drawnFor(trunks, near),
      picture.lines,
      picture.curvesAt(k),
      picture.boxes,
      point,
      reach,
    )
    const head = at.by === 'finger' ? Math.max(BOX.head, LEAST.finger / k) : BOX.head
    const isHeader = rect !== null && formOf(picture, thing) === 'box' && point.y < rect.y + head
    if (isHeader && at.x > toggleFrom(thing)) return { kind: 'toggle', thing }
    if (line >= 0) return { kind: trunks?.isTrunk[line] === 1 ? 'trunk' : 'line', line }
    if (rect === null || point.y > rect.y + rect.height) return NOTHING
    return { kind: 'thing', thing, row: -1 }
  }
  const hasRows = detail === 'full' || detail === 'more'
  const row = hasRows ? rowAt(picture, thing, point.y) : -1
  const rowsEnd =
    rect.y + CARD.height + ROW.height * (picture.rows.starts[thing + 1]! - picture.rows.starts[thing]!)
  if (hasRows && row < 0 && picture.things.more[thing]! > 0 && point.y > rowsEnd)
    return { kind: 'more', thing }
  return { kind: 'thing', thing, row }

  /** From where on the header of a box is what closes it; nowhere where no `−` is drawn. */
  function toggleFrom(box: number): number {
    const header = headerOf({ picture, transform, fitter, right: at.right, columns: NO_COLUMNS }, box)
    if (header === null || header.toggle === null) return Infinity
    const size = isLow(k) ? LEAST.pointer : 32 * Math.max(1, k)
    return headerEnds(picture, box, transform, at.right).to - Math.max(size, LEAST[at.by])
  }
}

/** Whether a `+` is drawn at a closed thing while the pointer or the selection is on it. */
export const hasToggle = (picture: Prepared, thing: number): boolean => {
  const form = formOf(picture, thing)
  return picture.things.opens[thing] === 1 && (form === 'container' || form === 'tile')
}

/** The middle of the `+` of a thing, on its foot. */
export function toggleAt(picture: Prepared, thing: number, { x, y, k }: Transform): [number, number] {
  const rect = drawnRect(picture, thing, detailAt(k))
  // It hangs below what is so low that it would cover its words.
  const below = rect.height * k < TOGGLE.low ? TOGGLE.radius - 1 : 0
  return [(rect.x + rect.width) * k + x - TOGGLE.right, (rect.y + rect.height) * k + y + below]
}
