import type { Picture, Rect } from './picture.ts'

/** What begins so much further to the right stands in the same column, units of the picture. */
const COLUMN = 24
/** So much of what one begins with is to be seen, with room around it: its name, and what is first in it. */
const SEEN = 120

/**
 * Where one begins to read a picture that does not fit into the window: at what the data comes from, which is the topmost of the first column, boxes
 * included, or the leftmost of the first row where it leads down; with all above it that is linked to it, as far as one window shows both. What has
 * no lineage counts only where nothing has any. Null where nothing stands anywhere. O(n + m).
 * @param window how much of the picture is seen at once.
 */
export function startOf(
  { things, lines, bounds, direction }: Pick<Picture, 'things' | 'lines' | 'bounds' | 'direction'>,
  window: Pick<Rect, 'width' | 'height'>,
): Rect | null {
  const { count, x, y, depth } = things
  const isRight = direction === 'right'
  const [along, across] = isRight ? [x, y] : [y, x]
  const [partOf, isLinked] = linkedParts({ things, lines })
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
  return {
    x: left,
    y: top,
    width: bounds.x + bounds.width - left,
    height: bounds.y + bounds.height - top,
  }
}

/** Of each thing a number of all that lineage joins to it, with the boxes around and all in them; and for each such number whether it joins any. */
function linkedParts({
  things: { count, box },
  lines,
}: Pick<Picture, 'things' | 'lines'>): [Uint32Array, Uint8Array] {
  const partOf = new Uint32Array(count).map((_, thing) => thing)
  const isLinked = new Uint8Array(count)
  const find = (thing: number): number => {
    let here = thing
    while (partOf[here] !== here) here = partOf[here] = partOf[partOf[here]!]!
    return here
  }
  const join = (one: number, other: number): void => {
    const [from, to] = [find(one), find(other)]
    partOf[from] = to
    if (isLinked[from] === 1) isLinked[to] = 1
  }
  for (let line = 0; line < lines.count; line++) {
    const [from, to] = [lines.from[line]!, lines.to[line]!]
    if (from === to) continue
    join(from, to)
    isLinked[find(to)] = 1
  }
  for (let thing = 0; thing < count; thing++) if (box[thing]! >= 0) join(thing, box[thing]!)
  return [partOf.map((_, thing) => find(thing)), isLinked]
}
