import type { Placing } from './placing/placing.ts'

/** The left and right sides of a layer. */
export interface Column {
  readonly left: number
  readonly right: number
}

/** The column of each layer, in the order of layers. */
export function columnsOf(
  layer: Int32Array,
  { x, width }: Pick<Placing, 'x' | 'width'>,
): Map<number, Column> {
  const columns = new Map<number, Column>()
  layer.forEach((own, thing) => {
    const known = columns.get(own)
    columns.set(own, {
      left: Math.min(known?.left ?? Infinity, x[thing]!),
      right: Math.max(known?.right ?? -Infinity, x[thing]! + width[thing]!),
    })
  })
  return new Map([...columns].sort(([one], [other]) => one - other))
}

/**
 * Makes room behind columns, by moving all that is further. Lines cross the new room level, so that what runs up and down in it meets them at right
 * angles. Where columns are not apart nothing is moved. O(n + points · log of columns).
 * @param room by layer; none where it is left out.
 */
export function widenGaps(placing: Placing, layer: Int32Array, room: ReadonlyMap<number, number>): Placing {
  const columns = [...columnsOf(layer, placing)]
  const isApart = columns.every(([, { right }], i) => right <= (columns[i + 1]?.[1].left ?? Infinity))
  if (room.size === 0 || !isApart) return placing
  const rights = columns.map(([, { right }]) => right)
  const wider = columns.map(([own]) => room.get(own) ?? 0)
  /** By column, how far what is behind it moves. */
  const moved: number[] = []
  for (const [i, more] of wider.entries()) moved.push((moved[i - 1] ?? 0) + more)
  /** How many columns end before a place. */
  const before = (x: number): number => {
    let [low, high] = [0, rights.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (rights[middle]! < x) low = middle + 1
      else high = middle
    }
    return low
  }
  const shifted = (x: number): number => x + (moved[before(x) - 1] ?? 0)
  const { starts, points } = placing.routes
  const all: number[] = []
  const ends = new Uint32Array(starts.length)
  for (let edge = 0; edge + 1 < starts.length; edge++) {
    for (let point = starts[edge]!; point < starts[edge + 1]!; point++) {
      const [x, y] = [points[2 * point]!, points[2 * point + 1]!]
      const isFirst = point === starts[edge]!
      const [lastX, lastY] = isFirst ? [x, y] : [points[2 * point - 2]!, points[2 * point - 1]!]
      if (y !== lastY && x !== lastX) {
        // Where it turns within one gap it does so behind what is new there; over several gaps it is no turn that stands in any.
        const [low, high] = [before(Math.min(x, lastX)), before(Math.max(x, lastX))]
        if (high === low + 1 && wider[low]! > 0) all.push(rights[low]! + moved[low]!, x < lastX ? y : lastY)
      }
      all.push(shifted(x), y)
    }
    ends[edge + 1] = all.length / 2
  }
  const { lane } = placing
  return {
    ...placing,
    x: placing.x.map(shifted),
    routes: { starts: ends, points: Float64Array.from(all) },
    lane: lane && { ...lane, width: shifted(lane.x + lane.width) - lane.x },
    totalWidth: placing.totalWidth + moved.at(-1)!,
  }
}
