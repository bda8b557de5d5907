import { BOX_ASPECT } from './aspects.ts'
import { packBest } from './pack-boxes.ts'
import type { Parcel } from './parcel.ts'

/** Components of which some are packed as one. */
export interface Bundles {
  readonly bundles: readonly Parcel[]
  /** Of each component: its bundle, and where it stands in that. */
  readonly bundleOf: Uint32Array
  readonly left: Float64Array
  readonly top: Float64Array
}

/** Packs what has come out of one place together, as one that stands there: a stack may have been spread. What is new stays by itself. O(n log n). */
export function bundleParcels(parcels: readonly Parcel[], gap: number): Bundles {
  const groups = new Map<string | number, number[]>()
  parcels.forEach(({ left, before, lane }, i) => {
    const name = Number.isNaN(left) ? i : `${before.join()} ${lane}`
    const group = groups.get(name)
    if (group) group.push(i)
    else groups.set(name, [i])
  })
  const bundleOf = new Uint32Array(parcels.length)
  const left = new Float64Array(parcels.length)
  const top = new Float64Array(parcels.length)
  const bundles = [...groups.values()].map((members, bundle) => {
    const [first] = members
    for (const i of members) bundleOf[i] = bundle
    if (members.length === 1) return parcels[first!]!
    const packed = packBest(
      members.map((i) => parcels[i]!.width),
      members.map((i) => parcels[i]!.height),
      gap,
      BOX_ASPECT,
      { width: 0, height: 0 },
    )
    members.forEach((i, at) => {
      left[i] = packed.x[at]!
      top[i] = packed.y[at]!
    })
    const { left: x, top: y, before, lane } = parcels[first!]!
    const { width, height } = packed
    const growth = { width: width - before[2] + before[0], height: height - before[3] + before[1] }
    return { width, height, left: x, top: y, before, growth, lane }
  })
  return { bundles, bundleOf, left, top }
}
