import type { Parcel } from './parcel.ts'
import type { Packed } from './pack-components.ts'

/**
 * Packs again what has cards in the outside lane, in a row, so that nothing stands between it and the lane: each where it stood, or as far to the right
 * as what is before it has grown; what is new last, at the foot of all. O(n log n).
 * @param first how high the row begins: where that has moved, all moves with it.
 */
export function packRow(parcels: readonly Parcel[], gap: number, first: number): Packed {
  const isNew = ({ left }: Parcel): boolean => Number.isNaN(left)
  // What is in the lane alone has no height.
  const standing = parcels.filter((parcel) => !isNew(parcel) && parcel.height > 0)
  const lowest = standing.reduce<Parcel | null>(
    (low, parcel) => (low && low.before[3] >= parcel.before[3] ? low : parcel),
    null,
  )
  // What comes from higher up, where it had no card in the lane, does not say where the row began.
  const began = standing
    .filter(({ before }) => lowest && before[3] > lowest.before[1])
    .reduce((least, { top }) => Math.min(least, top), Infinity)
  const wished = (parcel: Parcel): number => Math.max(first, first + parcel.top - began)
  const foot = parcels.reduce(
    (most, parcel) =>
      Math.max(most, parcel.height + (isNew(parcel) || parcel.height === 0 ? first : wished(parcel))),
    first,
  )

  const left = new Float64Array(parcels.length)
  const top = new Float64Array(parcels.length)
  let end = -gap
  let forth = 0
  const inRow = [...parcels.keys()].sort(
    (a, b) =>
      Number(isNew(parcels[a]!)) - Number(isNew(parcels[b]!)) ||
      parcels[a]!.before[0] - parcels[b]!.before[0] ||
      a - b,
  )
  for (const i of inRow) {
    const parcel = parcels[i]!
    left[i] = isNew(parcel) ? end + gap : Math.max(end + gap, parcel.left + forth)
    top[i] = isNew(parcel) || parcel.height === 0 ? foot - parcel.height : wished(parcel)
    end = left[i]! + parcel.width
    if (!isNew(parcel)) forth += parcel.growth.width
  }
  return { left, top, width: Math.max(0, end), height: foot }
}
