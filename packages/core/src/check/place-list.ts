import type { Place } from './rule.ts'

/** How many places of one mistake a finding shows. */
export const MOST_PLACES = 20

/** The places of one mistake: all are counted, the first 20 are kept. */
export class PlaceList {
  readonly places: Place[] = []
  count = 0

  add(place: Place): void {
    this.count++
    if (this.places.length < MOST_PLACES) this.places.push(place)
  }
}
