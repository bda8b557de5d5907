import { bundleParcels } from './bundle-parcels.ts'
import { nearPlaces, type Area } from './near-places.ts'
import { packBoxes } from './pack-boxes.ts'
import type { Packed } from './pack-components.ts'
import { packRow } from './pack-row.ts'
import type { Parcel } from './parcel.ts'

const ASPECT = 1.6

/**
 * Packs components so that they keep their places: they stood on shelves, and there in piles, and still do. A pile slides down on by what is above
 * it has grown, a shelf to the right and the next shelf down; back where it has shrunk, or nothing is left above. Those that were one component, or
 * several, keep their places as far as they do not meet others there, which stay. What is new comes below. What has
 * come out of one place, as out of a stack, stands together there. What has cards in the outside lane stands
 * in a row below all else. O(n log n), or O(n³) where a few were.
 * @param isTurned whether the shelves stand upright beside each other: then what is new comes at the right, and there is no lane.
 */
export function packAgain(parcels: readonly Parcel[], gap: number, isTurned = false): Packed {
  const { bundles, bundleOf, left, top } = bundleParcels(parcels, gap)
  const packed = packBundles(bundles, gap, isTurned)
  return {
    ...packed,
    left: left.map((own, i) => own + packed.left[bundleOf[i]!]!),
    top: top.map((own, i) => own + packed.top[bundleOf[i]!]!),
  }
}

function packBundles(parcels: readonly Parcel[], gap: number, isTurned: boolean): Packed {
  if (isTurned) {
    const { left, top, width, height } = packShelves(parcels.map(turned), gap)
    return { left: top, top: left, width: height, height: width }
  }
  const high = parcels.filter(({ lane }) => !lane)
  const low = parcels.filter(({ lane }) => lane)
  const shelves = packShelves(high, gap)
  if (low.length === 0) return shelves
  const row = packRow(low, gap, high.length > 0 ? shelves.height + gap : 0)
  const inOrder = (ofHigh: Float64Array, ofLow: Float64Array): Float64Array => {
    let [nextHigh, nextLow] = [0, 0]
    return Float64Array.from(parcels, ({ lane }) => (lane ? ofLow[nextLow++]! : ofHigh[nextHigh++]!))
  }
  return {
    left: inOrder(shelves.left, row.left),
    top: inOrder(shelves.top, row.top),
    width: Math.max(shelves.width, row.width),
    height: row.height,
  }
}

function turned({ width, height, left, top, before, growth, lane }: Parcel): Parcel {
  return {
    lane,
    width: height,
    height: width,
    left: top,
    top: left,
    before: [before[1], before[0], before[3], before[2]],
    growth: { width: growth.height, height: growth.width },
  }
}

function packShelves(parcels: readonly Parcel[], gap: number): Packed {
  const left = new Float64Array(parcels.length)
  const top = new Float64Array(parcels.length)
  const isTorn = tornOf(parcels)
  const known = parcels.map((_, i) => i).filter((i) => !Number.isNaN(parcels[i]!.top) && !isTorn.has(i))
  let width = 0
  let height = 0
  let down = 0
  for (const shelf of groupsOf(known, parcels, 1)) {
    const shelfTop = height > 0 ? height + gap : 0
    const bottom = { before: -Infinity, now: -Infinity }
    let end = 0
    let forth = 0
    for (const pile of groupsOf(shelf, parcels, 0)) {
      const right = { before: -Infinity, now: -Infinity }
      const leastLeft = end > 0 ? end + gap : 0
      let leastTop = shelfTop
      let pileDown = down
      for (const i of pile.sort((a, b) => parcels[a]!.before[1] - parcels[b]!.before[1] || a - b)) {
        const parcel = parcels[i]!
        left[i] = Math.max(leastLeft, parcel.left + forth)
        top[i] = Math.max(leastTop, parcel.top + pileDown)
        leastTop = top[i]! + parcel.height + gap
        pileDown += parcel.growth.height
        widen(right, parcel.before[2], forth + parcel.growth.width)
        widen(bottom, parcel.before[3], pileDown)
        end = Math.max(end, left[i]! + parcel.width)
        height = Math.max(height, top[i]! + parcel.height)
      }
      forth = right.now - right.before
    }
    down = bottom.now - bottom.before
    width = Math.max(width, end)
  }

  const areaOf = (i: number): Area => ({ ...parcels[i]!, left: left[i]!, top: top[i]! })
  const torn = [...isTorn].sort((a, b) => a - b)
  const near = nearPlaces(
    torn.map((i) => parcels[i]!),
    torn.length > 0 ? known.map(areaOf) : [],
    gap,
  )
  near.forEach((area, at) => {
    const i = torn[at]!
    left[i] = area.left
    top[i] = area.top
    width = Math.max(width, area.left + area.width)
    height = Math.max(height, area.top + area.height)
  })
  height -= closeBands([...known, ...torn], parcels, top, gap)

  const fresh = parcels.map((_, i) => i).filter((i) => Number.isNaN(parcels[i]!.top))
  const packed = packBoxes(
    fresh.map((i) => parcels[i]!.width),
    fresh.map((i) => parcels[i]!.height),
    gap,
    ASPECT,
    width,
  )
  const freshTop = height > 0 ? height + gap : 0
  fresh.forEach((i, at) => {
    left[i] = packed.x[at]!
    top[i] = freshTop + packed.y[at]!
  })
  if (fresh.length > 0) height = freshTop + packed.height
  return { left, top, width: Math.max(width, packed.width), height }
}

/** Lets all that is below a band in which nothing stands any longer move up. Changes `top` in place. O(n log n). @returns how far the lowest moves. */
function closeBands(
  standing: readonly number[],
  parcels: readonly Parcel[],
  top: Float64Array,
  gap: number,
): number {
  let up = 0
  let next = 0
  for (const i of standing.toSorted((a, b) => top[a]! - top[b]! || a - b)) {
    const was = top[i]!
    up += Math.max(0, was - next)
    next = Math.max(next, was + parcels[i]!.height + gap)
    top[i] = was - up
  }
  return up
}

/**
 * Those that filled one place before: they were one component, or one of them was several, between which others stand. From left to right, each is
 * held against those that reach as far. O(n log n + pairs that overlap from left to right).
 */
function tornOf(parcels: readonly Parcel[]): Set<number> {
  const torn = new Set<number>()
  let open: number[] = []
  const known = [...parcels.keys()].filter((i) => !Number.isNaN(parcels[i]!.top))
  for (const i of known.sort((a, b) => parcels[a]!.before[0] - parcels[b]!.before[0] || a - b)) {
    const [left, top, , bottom] = parcels[i]!.before
    open = open.filter((other) => parcels[other]!.before[2] > left)
    for (const other of open) {
      const { before } = parcels[other]!
      if (before[1] >= bottom || top >= before[3]) continue
      torn.add(i)
      torn.add(other)
    }
    open.push(i)
  }
  return torn
}

/** How far something reached before, and reaches now that it has moved by so much. */
function widen(side: { before: number; now: number }, before: number, by: number): void {
  side.before = Math.max(side.before, before)
  side.now = Math.max(side.now, before + by)
}

/** Groups of what overlapped before, from left to right (axis 0) or from top to bottom (axis 1). */
function groupsOf(indexes: readonly number[], parcels: readonly Parcel[], axis: 0 | 1): number[][] {
  const groups: number[][] = []
  let end = -Infinity
  for (const i of indexes.toSorted((a, b) => parcels[a]!.before[axis] - parcels[b]!.before[axis] || a - b)) {
    if (parcels[i]!.before[axis] >= end) groups.push([])
    groups.at(-1)!.push(i)
    end = Math.max(end, parcels[i]!.before[axis === 0 ? 2 : 3])
  }
  return groups
}
