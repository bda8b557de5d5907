import { NOT_KNOWN } from '../read/batch.ts'
import type { LinePlace } from '../read/problem.ts'
import type { JsonPath, Span } from '../read/scan-json.ts'
import type { Words } from './say.ts'

/** A place as a rule gives it: the line, and inside it the value to point at. Columns are found later, by reading the line again. */
export interface Place extends LinePlace {
  /** The first of these values that the line has is marked; the whole line where it has none. */
  readonly paths?: readonly JsonPath[]
  /** Where that value stands, as far as reading the run has told. */
  readonly span?: Span | undefined
  /** Marks the name of this field instead, where the field itself is wrong. */
  readonly name?: JsonPath
  /** Marks a part of that value instead, which must be a string: UTF-16 offsets into it as `JSON.parse` gives it. */
  readonly inside?: Span
  /** Marks one character instead, at this UTF-16 offset. */
  readonly at?: number
  /** Marks this cell of a row of a CSV file instead. */
  readonly cell?: number
  readonly label?: Words
}

/**
 * The place of a string of ASCII with its quotes.
 * @param start of its text; NOT_KNOWN gives undefined. @param length of its text.
 */
export const spanOfText = (start: number, length: number): Span | undefined =>
  start === NOT_KNOWN ? undefined : { start: start - 1, end: start + length + 1 }

/** How many places of one mistake a finding shows. */
export const MOST_PLACES = 20

/** The places of the first of many things: as many as a finding shows. */
export function firstPlaces(things: ArrayLike<number>, placeOf: (thing: number) => Place): Place[] {
  const places: Place[] = []
  for (let i = 0; i < things.length && i < MOST_PLACES; i++) places.push(placeOf(things[i]!))
  return places
}

/** The places of one mistake: all are counted, the first 20 are kept. */
export class PlaceList {
  readonly places: Place[] = []
  count = 0

  add(place: Place): void {
    this.count++
    if (this.places.length < MOST_PLACES) this.places.push(place)
  }
}
