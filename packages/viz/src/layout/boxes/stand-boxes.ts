import { sidesOf } from './box-sides.ts'
import type { CutGraph } from './cut-graph.ts'
import { findTurns } from './find-turns.ts'
import type { LayoutMemory } from './layout-memory.ts'
import type { OrderedBoxes } from './order-boxes.ts'
import { pick, pickFlags } from './pick.ts'
import type { PlacedBoxes } from './place-boxes.ts'
import { placeLane, type PlacedLane } from './place-lane.ts'
import type { PlacingInput } from '../placing/placing.ts'
import type { Routed, RoutedBox } from './routed.ts'

/** Everything at its place in the picture, ready for edges to be led. */
export interface Standing extends Routed {
  /** What the picture holds, without its margin. */
  readonly contentWidth: number
  readonly contentHeight: number
  readonly placedLane: PlacedLane | null
}

/** Turns places in boxes into places in the picture, from outside in, with the outside lane at the foot. O(n + m log m). */
export function standBoxes(
  input: PlacingInput,
  { pieces, graphs, linkOf, localOf }: CutGraph,
  { outsideIn, ordered }: OrderedBoxes,
  { placed: placedBoxes, width, height }: PlacedBoxes,
  memory: LayoutMemory,
): Standing {
  const { count, box, lane, from, to, look, gaps } = input
  const x = new Float64Array(count)
  const y = new Float64Array(count)
  const { items: outermost, singles: outermostSingles } = graphs[count]!
  const laneSingles = outermostSingles.filter((single) => lane[single])
  const placed = placedBoxes.slice()
  const whole = { ...placed[count]!, y: placed[count]!.y.slice() }
  const placedLane = placeLane(
    whole,
    pickFlags(lane, outermost),
    pick(width, outermost),
    pick(height, outermost),
    pick(width, laneSingles),
    pick(height, laneSingles),
    gaps,
  )
  if (placedLane) placed[count] = whole
  const boxes: (RoutedBox | undefined)[] = []
  for (const own of outsideIn) {
    const sides = sidesOf(input, own)
    const left = sides.left + (own === count ? 0 : x[own]!)
    const top = sides.top + (own === count ? 0 : y[own]!)
    const { items, singles } = graphs[own]!
    const { columns, y: tops, singles: apart } = placed[own]!
    items.forEach((item, i) => {
      x[item] = left + columns.left[i]!
      y[item] = top + tops[i]!
    })
    const inGrid = singles.filter((single) => !lane[single])
    inGrid.forEach((single, i) => {
      x[single] = left + apart.x[i]!
      y[single] = top + apart.y[i]!
    })
    const inLane = pickFlags(lane, items)
    boxes[own] = {
      placed: placed[own]!,
      turned: ordered[own]!.turned,
      passed: ordered[own]!.passed,
      ...findTurns(placed[own]!, inLane, memory.turns),
      left,
      top,
    }
  }
  laneSingles.forEach((single, i) => {
    x[single] = gaps.margin + placedLane!.grid.left + placedLane!.grid.x[i]!
    y[single] = gaps.margin + placedLane!.grid.top + placedLane!.grid.y[i]!
  })
  return {
    ...{ from, to, look, pieces, linkOf, localOf, boxes, x, y, width, height, sheets: input.sheets },
    boxOf: new Uint32Array(box.map((outer) => (outer < 0 ? count : outer))),
    headsAhead: input.direction === 'down',
    contentWidth: whole.width,
    contentHeight: whole.height,
    placedLane,
  }
}
