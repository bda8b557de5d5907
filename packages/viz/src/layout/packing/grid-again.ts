import { packAgain } from './pack-again.ts'
import { parcelOf, type Parcel } from './parcel.ts'
import { columnsIn, type Grid } from './place-grid.ts'
import type { Rects } from './rects.ts'

/** What differs by less is at the same place. */
const SAME = 0.5

/**
 * A grid again: what stood in it keeps its place, and moves only on by what is before it in its row, or above it, has grown, and back where that has
 * shrunk; what is new fills cells that are free, and then rows below. Null where as much is new as was there. O(n · rows).
 * @param before where each stood; NaN for what is new. @param room as wide the grid may become.
 */
export function gridAgain(
  width: Float64Array,
  height: Float64Array,
  before: Rects,
  gapX: number,
  gapY: number,
  room: number,
): Grid | null {
  const isNew = (thing: number): boolean => Number.isNaN(before.x[thing]!)
  const all = Array.from(width.keys())
  const known = all.filter((thing) => !isNew(thing))
  const fresh = all.filter(isNew)
  if (known.length <= fresh.length) return null
  const x = new Float64Array(all.length)
  const y = new Float64Array(all.length)
  const left = known.reduce((least, thing) => Math.min(least, before.x[thing]!), Infinity)
  const packed = packAgain(
    known.map((thing) => {
      const size = { width: width[thing]!, height: height[thing]!, lane: false }
      const parcel = parcelOf(size, [thing], { x, y, width, height }, before)
      return withRoom({ ...parcel, left: parcel.left - left }, gapX - gapY)
    }),
    gapY,
  )
  known.forEach((thing, i) => {
    x[thing] = packed.left[i]!
    y[thing] = packed.top[i]!
  })

  const widest = width.reduce((most, own) => Math.max(most, own), 0)
  const tallest = fresh.reduce((most, thing) => Math.max(most, height[thing]!), 0)
  const columns = columnsIn(Math.max(room, packed.width - gapX + gapY), widest, gapX)
  const rows = rowsOf(packed.top)
  const taken = new Set<number>()
  const take = (thing: number): void => {
    const [first, end] = [x[thing]! - widest - gapX + SAME, x[thing]! + width[thing]! + gapX - SAME]
    const [above, below] = [y[thing]! - tallest - gapY + SAME, y[thing]! + height[thing]! + gapY - SAME]
    rows.forEach((top, row) => {
      if (top < above || top > below) return
      const from = Math.max(0, Math.ceil(first / (widest + gapX)))
      for (let column = from; column < columns && column * (widest + gapX) < end; column++)
        taken.add(row * columns + column)
    })
  }
  if (fresh.length > 0) for (const thing of known) take(thing)
  let cell = 0
  let bottom = packed.height
  for (const thing of fresh) {
    while (taken.has(cell)) cell++
    const row = Math.floor(cell / columns)
    if (row === rows.length) rows.push(bottom + gapY)
    x[thing] = (cell % columns) * (widest + gapX)
    y[thing] = rows[row]!
    bottom = Math.max(bottom, y[thing]! + height[thing]!)
    take(thing)
  }
  const right = all.reduce((most, thing) => Math.max(most, x[thing]! + width[thing]!), 0)
  return { x, y, width: right, height: bottom }
}

/** Beside things there is more room than below them. */
const withRoom = (parcel: Parcel, room: number): Parcel => ({
  ...parcel,
  width: parcel.width + room,
  before: [parcel.before[0], parcel.before[1], parcel.before[2] + room, parcel.before[3]],
})

function rowsOf(tops: Float64Array): number[] {
  const rows: number[] = []
  for (const top of tops.toSorted()) if (top > (rows.at(-1) ?? -Infinity) + SAME) rows.push(top)
  return rows
}
