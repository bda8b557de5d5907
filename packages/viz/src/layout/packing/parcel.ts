import type { Rects } from './rects.ts'

/** A component that is packed again. */
export interface Parcel {
  readonly width: number
  readonly height: number
  /** Where its left top should be, so that what it holds keeps its place; NaN for a component that is new. */
  readonly left: number
  readonly top: number
  /** What it filled before, by its left, top, right and bottom; and by how much it has grown since. */
  readonly before: readonly [number, number, number, number]
  readonly growth: { readonly width: number; readonly height: number }
  /** Whether it has cards in the outside lane, which is below all. */
  readonly lane: boolean
}

/**
 * What a component has to keep to, so that its first member stands where it stood. @param now where each member stands in it.
 * @param before where each stood; NaN for one that is new. @param top of the component, where that is known.
 */
export function parcelOf(
  { width, height, lane }: Pick<Parcel, 'width' | 'height' | 'lane'>,
  members: Iterable<number>,
  now: Rects,
  before: Rects,
  top?: number,
): Parcel {
  let leftmost = -1
  let topmost = -1
  const was = emptyBounds()
  const is = emptyBounds()
  for (const member of members) {
    if (Number.isNaN(before.x[member]!)) continue
    if (leftmost === -1 || now.x[member]! < now.x[leftmost]!) leftmost = member
    if (topmost === -1 || now.y[member]! < now.y[topmost]!) topmost = member
    extend(was, before, member)
    extend(is, now, member)
  }
  const isNew = leftmost === -1
  return {
    width,
    height,
    lane,
    left: isNew ? NaN : before.x[leftmost]! - now.x[leftmost]!,
    top: isNew ? NaN : (top ?? before.y[topmost]! - now.y[topmost]!),
    before: was,
    growth: { width: is[2] - is[0] - was[2] + was[0], height: is[3] - is[1] - was[3] + was[1] },
  }
}

type Bounds = [left: number, top: number, right: number, bottom: number]

const emptyBounds = (): Bounds => [Infinity, Infinity, -Infinity, -Infinity]

function extend(bounds: Bounds, { x, y, width, height }: Rects, member: number): void {
  bounds[0] = Math.min(bounds[0], x[member]!)
  bounds[2] = Math.max(bounds[2], x[member]! + width[member]!)
  if (Number.isNaN(y[member]!)) return
  bounds[1] = Math.min(bounds[1], y[member]!)
  bounds[3] = Math.max(bounds[3], y[member]! + height[member]!)
}
