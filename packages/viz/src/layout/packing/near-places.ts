/** A place that is taken, or wished for. */
export interface Area {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Among more places than this none is looked for that is near: what does not fit where it was stands below. */
const MOST = 100

/**
 * Gives each area its place where that is free, the smaller ones first; else the nearest that is free beside or below what stands there already, to the
 * right of 0 and below it; or one below all. O(areas · places³) at most for few places, O(areas · places) for many.
 * @param taken what stands already. @param gap what is to be free between them.
 */
export function nearPlaces(areas: readonly Area[], taken: readonly Area[], gap: number): Area[] {
  const all = [...taken]
  const placed = [...areas]
  const smallestFirst = [...areas.keys()].sort(
    (a, b) => areas[a]!.width * areas[a]!.height - areas[b]!.width * areas[b]!.height || a - b,
  )
  for (const i of smallestFirst) all.push((placed[i] = nearest(areas[i]!)))
  return placed

  function nearest(area: Area): Area {
    const wished = { ...area, left: Math.max(0, area.left), top: Math.max(0, area.top) }
    if (isFree(wished)) return wished
    const below = all.reduce((most, { top, height }) => Math.max(most, top + height + gap), 0)
    let best: Area = { ...wished, top: below }
    if (all.length > MOST) return best
    const lefts = [wished.left, ...all.flatMap(({ left, width }) => [left + width + gap, left])]
    const tops = [wished.top, ...all.flatMap(({ top, height }) => [top + height + gap, top])]
    const distance = ({ left, top }: Area): number => Math.hypot(left - area.left, top - area.top)
    for (const left of lefts)
      for (const top of tops) {
        const place = { ...area, left, top }
        if (distance(place) < distance(best) && isFree(place)) best = place
      }
    return best
  }

  function isFree({ left, top, width, height }: Area): boolean {
    return all.every(
      (other) =>
        left >= other.left + other.width + gap ||
        other.left >= left + width + gap ||
        top >= other.top + other.height + gap ||
        other.top >= top + height + gap,
    )
  }
}
