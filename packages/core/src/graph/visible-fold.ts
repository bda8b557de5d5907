import { PairCounts } from './pair-counts.ts'
import { thingParts, type Atlas, type Visible } from './visible.ts'

/**
 * Draws some things as one, each set of them as a stack: the thing `thingCount + i` of the tree for set i, where the first of them stood. What
 * led to one of them leads to the stack, and what is among them is folded.
 * @param sets indexes of things, no boxes, none in two of them.
 * @example
 * ```ts
 * const visible = visibleMap(atlas, { isOpen: () => true, listOf: () => null, hidden: null })
 * const folded = foldThings(atlas, visible, [visible.things.length > 9 ? Uint32Array.of(7, 8, 9) : Uint32Array.of()])
 * ```
 */
export function foldThings({ tree }: Atlas, visible: Visible, sets: readonly Uint32Array[]): Visible {
  if (sets.length === 0) return visible
  const { things } = visible
  const { setOf, next, kept } = placesOf(things.length, sets)
  const isSame = (values: ArrayLike<number>, members: Uint32Array): boolean =>
    members.every((member) => values[member] === values[members[0]!])
  const newThings = Int32Array.from(kept, (index) =>
    setOf[index]! < 0 ? things[index]! : tree.thingCount + setOf[index]!,
  )
  const box = Int32Array.from(kept, (index) => {
    const [set, around] = [setOf[index]!, visible.box[index]!]
    if (around < 0 || (set >= 0 && !isSame(visible.box, sets[set]!))) return -1
    return next[around]!
  })
  const { rows, rowNext } = keptRows(visible.rows, setOf, kept)
  const { lines, newlyFolded } = joinedLines(visible.lines, setOf, next, rowNext, newThings.length)
  const shown = visible.shown.map((index) => (index < 0 ? index : next[index]!))
  const { edgeParts } = visible
  return {
    ...visible,
    things: newThings,
    box,
    isBox: Uint8Array.from(kept, (index) => visible.isBox[index]!),
    lane: Uint8Array.from(kept, (index) => visible.lane[index]!),
    shown,
    rows,
    lines,
    edgeParts: {
      ...edgeParts,
      drawn: edgeParts.drawn - newlyFolded,
      folded: edgeParts.folded + newlyFolded,
    },
    thingParts: thingParts(tree, newThings, rows.nodes.length, shown),
  }
}

/** Where things are after the folding. */
interface Places {
  /** Of each thing before; -1 where it is in no set. */
  readonly setOf: Int32Array
  /** Of each thing before: where it, or the stack that it is in, is now. */
  readonly next: Int32Array
  /** Of each thing now: which it was; of a stack the first of its members. */
  readonly kept: readonly number[]
}

function placesOf(thingCount: number, sets: readonly Uint32Array[]): Places {
  const setOf = new Int32Array(thingCount).fill(-1)
  sets.forEach((members, set) => {
    for (const member of members) setOf[member] = set
  })
  const stackAt = new Int32Array(sets.length).fill(-1)
  const next = new Int32Array(thingCount)
  const kept: number[] = []
  for (let index = 0; index < thingCount; index++) {
    const set = setOf[index]!
    if (set < 0 || stackAt[set] === -1) {
      if (set >= 0) stackAt[set] = kept.length
      next[index] = kept.push(index) - 1
    } else next[index] = stackAt[set]!
  }
  return { setOf, next, kept }
}

/** The rows of what is in no stack. @returns with where each row is now; -1 where it is gone. */
function keptRows(
  rows: Visible['rows'],
  setOf: Int32Array,
  kept: readonly number[],
): { readonly rows: Visible['rows']; readonly rowNext: Int32Array } {
  const starts = new Uint32Array(kept.length + 1)
  const rowNext = new Int32Array(rows.nodes.length).fill(-1)
  const nodes: number[] = []
  const thingOf: number[] = []
  kept.forEach((index, now) => {
    if (setOf[index]! < 0)
      for (let row = rows.starts[index]!; row < rows.starts[index + 1]!; row++) {
        rowNext[row] = nodes.push(rows.nodes[row]!) - 1
        thingOf.push(now)
      }
    starts[now + 1] = nodes.length
  })
  return {
    rowNext,
    rows: {
      starts,
      nodes: Uint32Array.from(nodes),
      thingOf: Uint32Array.from(thingOf),
      more: Uint32Array.from(kept, (index) => (setOf[index]! < 0 ? rows.more[index]! : 0)),
    },
  }
}

/** The lines between what is shown now, those of one pair of ends as one. @returns with how many edges are among what a stack holds. */
function joinedLines(
  lines: Visible['lines'],
  setOf: Int32Array,
  next: Int32Array,
  rowNext: Int32Array,
  thingCount: number,
): { readonly lines: Visible['lines']; readonly newlyFolded: number } {
  const counts = new PairCounts()
  const ends: { readonly thing: number; readonly row: number }[] = []
  let newlyFolded = 0
  const endOf = (thing: number, row: number): number => {
    const kept = row < 0 ? -1 : rowNext[row]!
    const end = kept < 0 ? next[thing]! : thingCount + kept
    ends[end] = { thing: next[thing]!, row: kept }
    return end
  }
  for (let line = 0; line < lines.count; line++) {
    const [from, to] = [lines.from[line]!, lines.to[line]!]
    const weight = lines.weights[line]!
    if (setOf[from]! >= 0 && setOf[from] === setOf[to]) newlyFolded += weight
    else counts.add(endOf(from, lines.fromRow[line]!), endOf(to, lines.toRow[line]!), weight)
  }
  return {
    newlyFolded,
    lines: {
      count: counts.size,
      from: Uint32Array.from(counts.from, (end) => ends[end]!.thing),
      to: Uint32Array.from(counts.to, (end) => ends[end]!.thing),
      fromRow: Int32Array.from(counts.from, (end) => ends[end]!.row),
      toRow: Int32Array.from(counts.to, (end) => ends[end]!.row),
      weights: Uint32Array.from(counts.weights),
    },
  }
}
