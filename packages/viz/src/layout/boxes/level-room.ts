import type { Order } from '../crossings/order.ts'
import type { Layered } from '../crossings/layered.ts'
import { beginOfGap, endOfGap, type Columns, type Level } from '../packing/place-columns.ts'
import { partAt } from '../placing/part-at.ts'
import type { BoxInput } from './box-input.ts'
import type { BoxLines } from './placed-box.ts'

/** From how many times its gap on a line may turn anywhere in that. */
const STEEP = 1.5

/** A line between two layers: the heights of its ends, and how wide its gap is. */
interface Segment {
  readonly tail: number
  readonly head: number
  readonly gap: number
}

/** What is taken beside a layer, from one height to another. */
interface Taken {
  readonly top: number
  readonly bottom: number
}

/**
 * How far lines run level behind layers and before them, so that each thing beside which something stands has a place for it at its head that no line runs
 * through: as far as that takes, where lines which turn right beside the layer leave it none. Null where all have a place as the columns stand. O(s log s).
 * @param columns where lines run level beside some layers already.
 */
export function levelRoom(
  { layered, order, tailAt, headAt }: Pick<BoxLines, 'layered' | 'order' | 'tailAt' | 'headAt'>,
  tops: Float64Array,
  columns: Columns,
  { beside }: Pick<BoxInput, 'beside'>,
): Level | null {
  if (!beside) return null
  const { layerStarts, out, loose } = layered
  const layerCount = layerStarts.length - 1
  const level = { behind: new Float64Array(layerCount), before: new Float64Array(layerCount) }
  let isAny = false
  for (let layer = 0; layer + 1 < layerCount; layer++) {
    const tails = itemsWith(layered, order, layer, beside.behind)
    const heads = itemsWith(layered, order, layer + 1, beside.before)
    const [first, next] = [order.vertices[layerStarts[layer]!]!, order.vertices[layerStarts[layer + 1]!]!]
    level.behind[layer] = columns.levelBehind[first]!
    level.before[layer + 1] = columns.levelBefore[next]!
    const mayLackBehind = level.behind[layer] === 0 && tails.length > 0
    const mayLackBefore = level.before[layer + 1] === 0 && heads.length > 0
    if (!mayLackBehind && !mayLackBefore) continue
    const segments: Segment[] = []
    for (let at = layerStarts[layer]!; at < layerStarts[layer + 1]!; at++) {
      const from = order.vertices[at]!
      for (let i = out.starts[from]!; i < out.starts[from + 1]!; i++) {
        const [to, segment] = [out.neighbors[i]!, out.edges[i]!]
        if (loose[segment]) continue
        const [tail, head] = [tops[from]! + tailAt[segment]!, tops[to]! + headAt[segment]!]
        segments.push({ tail, head, gap: endOfGap(columns, to) - beginOfGap(columns, from) })
      }
    }
    const [behind, before] = [widest(tails, beside.behind), widest(heads, beside.before)]
    const takenBehind = segments.map(({ tail, head, gap }) => turning(tail, head, gap, behind))
    for (const item of tails) takenBehind.push(...loopOf(item))
    const takenBefore = segments.map(({ tail, head, gap }) => turning(head, tail, gap, before))
    if (mayLackBehind && lacksPlace(tails, takenBehind)) [level.behind[layer], isAny] = [behind, true]
    if (mayLackBefore && lacksPlace(heads, takenBefore)) [level.before[layer + 1], isAny] = [before, true]
  }
  return isAny ? level : null

  function loopOf(item: number): Taken[] {
    const [top, bottom] = [beside!.loops.top[item]!, beside!.loops.bottom[item]!]
    return Number.isNaN(top) ? [] : [{ top: tops[item]! + top, bottom: tops[item]! + bottom }]
  }

  function lacksPlace(items: readonly number[], taken: readonly Taken[]): boolean {
    const isTaken = takenAt(taken)
    const { middle, around, reach } = beside!
    return items.some((item) =>
      around.every((off) => {
        const at = tops[item]! + middle[item]! + off
        return isTaken(at - reach, at + reach)
      }),
    )
  }
}

function itemsWith(
  { nodeCount, layerStarts }: Layered,
  { vertices }: Order,
  layer: number,
  room: Float64Array,
): number[] {
  return Array.from(vertices.subarray(layerStarts[layer], layerStarts[layer + 1])).filter(
    (vertex) => vertex < nodeCount && room[vertex]! > 0,
  )
}

const widest = (items: readonly number[], room: Float64Array): number =>
  items.reduce((most, item) => Math.max(most, room[item]!), 0)

/** What a line takes from its end as far as `room`. */
function turning(end: number, otherEnd: number, gap: number, room: number): Taken {
  const rise = otherEnd - end
  const part = Math.abs(rise) > STEEP * gap ? 1 : partAt(Math.min(1, room / gap))
  const then = end + part * rise
  return { top: Math.min(end, then), bottom: Math.max(end, then) }
}

/** Tells whether anything is taken between two heights. */
function takenAt(all: readonly Taken[]): (top: number, bottom: number) => boolean {
  const byTop = all.toSorted((one, other) => one.top - other.top)
  const deepest = new Float64Array(byTop.length)
  byTop.forEach(({ bottom }, i) => (deepest[i] = Math.max(bottom, deepest[i - 1] ?? -Infinity)))
  return (top, bottom) => {
    let [low, high] = [0, byTop.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (byTop[middle]!.top < bottom) low = middle + 1
      else high = middle
    }
    return low > 0 && deepest[low - 1]! > top
  }
}
