import { layerGap, type Gaps } from '../placing/gaps.ts'
import { gridAgain } from './grid-again.ts'
import { placeGrid, type Grid } from './place-grid.ts'
import type { Rects } from './rects.ts'

/** What has no edges in a box, in its order. */
export interface SinglesInput {
  readonly singleWidth: Float64Array
  readonly singleHeight: Float64Array
  readonly singleIsBox: Uint8Array
  /** 1 for each open box with lineage inside. */
  readonly singleIsLinked: Uint8Array
  readonly gaps: Gaps
  /** How high what is in the box may be together; Infinity where there is no bound. */
  readonly across: number
}

/** What has no edges, in groups that are packed as components are. */
export interface ApartSingles {
  readonly groups: readonly {
    readonly width: number
    readonly height: number
    readonly members: readonly number[]
    /** Whether nothing is linked in it. */
    readonly isApart: boolean
  }[]
  /** Of each single: its group, and where it stands in that. */
  readonly groupOf: Uint32Array
  readonly x: Float64Array
  readonly y: Float64Array
}

/**
 * Puts things into one grid, and open boxes, which are as large as what they hold, each by itself. O(n).
 * @param boxes of the components. @param before where all stood in the picture before, from the left top of the box.
 */
export function placeSingles(
  boxes: readonly { readonly width: number }[],
  input: SinglesInput,
  before: Rects | null,
): ApartSingles {
  const { singleWidth, singleHeight, singleIsBox, singleIsLinked } = input
  const all = Array.from(singleIsBox.keys())
  const tiles = all.filter((single) => !singleIsBox[single])
  const alone = all.filter((single) => singleIsBox[single])
  const groupOf = new Uint32Array(all.length)
  const x = new Float64Array(all.length)
  const y = new Float64Array(all.length)
  const of = (column: Float64Array): Float64Array => Float64Array.from(tiles, (single) => column[single]!)
  const grid = gridOf(
    of(singleWidth),
    of(singleHeight),
    boxes.reduce((most, box) => Math.max(most, box.width), 0),
    input,
    before && { x: of(before.x), y: of(before.y), width: of(before.width), height: of(before.height) },
  )
  tiles.forEach((single, i) => {
    x[single] = grid.x[i]!
    y[single] = grid.y[i]!
  })
  const groups =
    tiles.length > 0 ? [{ width: grid.width, height: grid.height, members: tiles, isApart: true }] : []
  for (const single of alone) {
    groupOf[single] = groups.length
    groups.push({
      width: singleWidth[single]!,
      height: singleHeight[single]!,
      members: [single],
      isApart: singleIsLinked[single] === 0,
    })
  }
  return { groups, groupOf, x, y }
}

/** As wide as the widest component, or compact where that is wider; as high as there is room where that is bounded. */
function gridOf(
  width: Float64Array,
  height: Float64Array,
  widest: number,
  { gaps, across }: SinglesInput,
  before: Rects | null,
): Grid {
  if (across === Infinity) {
    const gap = layerGap(gaps, 0)
    const again = before && gridAgain(width, height, before, gap, gaps.card, widest)
    return again ?? placeGrid(width, height, gap, gaps.card, widest)
  }
  const was = before && { x: before.y, y: before.x, width: before.height, height: before.width }
  const again = was && gridAgain(height, width, was, gaps.card, gaps.card, across)
  const turned = again ?? placeGrid(height, width, gaps.card, gaps.card, across, 0)
  return { x: turned.y, y: turned.x, width: turned.height, height: turned.width }
}
