import type { Picture, Rect } from './picture.ts'
import type { Prepared } from './prepared.ts'

type Window = Pick<Rect, 'width' | 'height'>

/** What begins so much further to the right stands in the same column, units of the picture. */
const COLUMN = 24
/** So much of what one begins with is to be seen, with room around it: its name, and what is first in it. */
const SEEN = 120

/**
 * Where one begins to read a picture that does not fit into the window: at what the data comes from, which is the topmost of the first column, boxes
 * included, or the leftmost of the first row where it leads down; with all above it that is linked to it, as far as one window shows both. What has
 * no lineage counts only where nothing has any. Null where nothing stands anywhere. O(n).
 * @param window how much of the picture is seen at once.
 */
export function startOf(
  {
    things,
    bounds,
    direction,
    linkedParts: { partOf, isLinked },
  }: Pick<Prepared, 'things' | 'bounds' | 'direction' | 'linkedParts'>,
  window: Window,
): Rect | null {
  const { count, x, y, depth } = things
  const isRight = direction === 'right'
  const [along, across] = isRight ? [x, y] : [y, x]
  const isAny = !isLinked.includes(1)
  const counts = (thing: number): boolean => depth[thing] === 0 && (isAny || isLinked[partOf[thing]!] === 1)
  let least = Infinity
  for (let thing = 0; thing < count; thing++) if (counts(thing)) least = Math.min(least, along[thing]!)
  let first = -1
  for (let thing = 0; thing < count; thing++) {
    if (!counts(thing) || along[thing]! > least + COLUMN) continue
    if (first < 0 || across[thing]! < across[first]!) first = thing
  }
  if (first < 0) return null
  let above = across[first]!
  for (let thing = 0; thing < count; thing++)
    if (partOf[thing] === partOf[first]) above = Math.min(above, across[thing]!)
  const room = (isRight ? window.height : window.width) - SEEN
  const start = across[first]! - above <= room ? above : across[first]!
  const [left, top] = isRight ? [x[first]!, start] : [start, y[first]!]
  const rest = { width: bounds.x + bounds.width - left, height: bounds.y + bounds.height - top }
  return fromCards(things, first, { x: left, y: top, ...rest }, window)
}

/**
 * The part of a rectangle that begins with what is in a box of it. The whole one, where a window at its left top shows some of that; else from the card on
 * that is nearest to there, with the boxes around that as far as a window shows where they begin. O(n).
 */
export function fromCards(
  { count, x, y, width, height, box, forms }: Picture['things'],
  outer: number,
  rect: Rect,
  window: Window,
): Rect {
  if (forms[outer] !== 0) return rect
  const isInside = new Uint8Array(count)
  isInside[outer] = 1
  let [nearest, least] = [-1, Infinity]
  // Boxes come before what is inside them.
  for (let thing = outer + 1; thing < count; thing++) {
    const around = box[thing]!
    if (around < 0 || isInside[around] === 0) continue
    isInside[thing] = 1
    if (forms[thing] === 0) continue
    const [right, below] = [x[thing]! - rect.x, y[thing]! - rect.y]
    const isSeen =
      right < window.width - SEEN &&
      below < window.height - SEEN &&
      right + width[thing]! > 0 &&
      below + height[thing]! > 0
    if (isSeen) return rect
    if (right * right + below * below < least) [nearest, least] = [thing, right * right + below * below]
  }
  if (nearest < 0) return rect
  let [left, top] = [x[nearest]!, y[nearest]!]
  for (let around = box[nearest]!; around >= 0; around = box[around]!) {
    const isSeen =
      x[nearest]! - x[around]! < window.width - SEEN && y[nearest]! - y[around]! < window.height - SEEN
    if (isSeen) [left, top] = [x[around]!, y[around]!]
  }
  return {
    ...{ x: left, y: top },
    width: Math.max(0, rect.x + rect.width - left),
    height: Math.max(0, rect.y + rect.height - top),
  }
}
