import { alignBoxes } from '../packing/align-boxes.ts'
import { alignCards } from '../packing/align-cards.ts'
import { boxInput } from './box-input.ts'
import { sidesOf } from './box-sides.ts'
import type { CutGraph } from './cut-graph.ts'
import { fillColumns } from './fill-columns.ts'
import { FAR } from '../crossings/layered.ts'
import { contentOfBox, type LayoutMemory } from './layout-memory.ts'
import type { OrderedBoxes } from './order-boxes.ts'
import { placeAgain } from './place-again.ts'
import { placeFresh } from './place-fresh.ts'
import type { PlacedBox } from './placed-box.ts'
import type { PlacingInput } from '../placing/placing.ts'
import type { Room } from './room-across.ts'
import { BORDER } from './split-edges.ts'

/** The open boxes, each with what is in it at its place there; and the sizes that follow from that. */
export interface PlacedBoxes {
  /** By the numbers of boxes; undefined for what is no box. */
  readonly placed: readonly (PlacedBox | undefined)[]
  /** Of things and boxes. */
  readonly width: Float64Array
  readonly height: Float64Array
}

/** Places what is in each box from inside out, so that its size is known to what is around it. Boxes that `memory` knows are not placed again. */
export function* placeBoxes(
  input: PlacingInput,
  cut: CutGraph,
  orderedBoxes: OrderedBoxes,
  room: Room,
  memory: LayoutMemory,
): Generator<void, PlacedBoxes> {
  const { outsideIn, ordered, contents } = orderedBoxes
  const width = input.width.slice()
  const height = input.height.slice()
  const heightAt = new Float64Array(cut.pieces.edge.length)
  const holdsLines = new Uint8Array(input.count + 1)
  const placed: PlacedBox[] = []
  fillColumns(input, cut, orderedBoxes, width)
  for (const own of outsideIn.toReversed()) {
    yield
    const { layered } = ordered[own]!
    const { items, singles, links } = cut.graphs[own]!
    holdsLines[own] = links.length > 0 || singles.some((single) => holdsLines[single]) ? 1 : 0
    alignBoxes(items, layered.layerOf, input.isBox, width)
    if (input.direction === 'right') {
      alignCards(items, (i) => layered.layerOf[i]!, input.isBox, width, input.useful)
      alignCards(singles, () => 0, input.isBox, width)
    }
    const measured = { width, height, heightAt, holdsLines }
    const inside = boxInput(own, input, cut, ordered, measured, room)
    const content = contentOfBox(inside, contents[own]!)
    const fresh =
      memory.places.known(content) ?? memory.places.keep(content, placeFresh(ordered[own]!, inside))
    placed[own] = placeAgain(fresh, inside)
    if (own === input.count) continue
    const sides = sidesOf(input, own)
    measureEnds(own, sides.top)
    width[own] = Math.max(width[own]!, sides.left + placed[own].width + sides.right)
    height[own] = Math.max(height[own]!, sides.top + placed[own].height + sides.bottom)
  }
  return { placed, width, height }

  /** Finds where pieces go through the sides of a box. */
  function measureEnds(own: number, head: number): void {
    const { links, tail: tails, head: heads } = cut.graphs[own]!
    const { layered, y: tops, leavingAt, enteringAt, footOfLayer } = placed[own]!
    const { passed } = ordered[own]!
    links.forEach((piece, link) => {
      const isLeaving = heads[link] === BORDER
      if (!isLeaving && tails[link] !== BORDER) return
      const item = (isLeaving ? tails : heads)[link]!
      const first = layered.dummyStarts[link]!
      if (first === FAR) heightAt[piece] = head + footOfLayer[layered.layerOf[item]!]!
      else if (passed[link] === 0)
        heightAt[piece] = head + tops[item]! + (isLeaving ? leavingAt : enteringAt)[link]!
      else heightAt[piece] = head + tops[isLeaving ? first + passed[link]! - 1 : first]!
    })
  }
}
