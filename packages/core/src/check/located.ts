import type { Run } from '../read/run.ts'
import type { RunLines } from '../read/run-lines.ts'
import type { Location } from './finding.ts'
import type { Place } from './place.ts'
import { harmless, textOf } from './say.ts'

/** A location that knows where its line, or its row, begins: so that can be read again without being looked for. */
export class Located implements Location {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endColumn: number
  declare readonly label?: string
  readonly #lines: RunLines
  readonly #place: Place

  constructor({ lines }: Run, place: Place, line: number, column: number, endColumn: number) {
    this.file = lines.files[place.file]!.name
    this.line = line
    this.column = column
    this.endColumn = endColumn
    if (place.label !== undefined) this.label = textOf(harmless(place.label))
    this.#lines = lines
    this.#place = place
  }

  /** The place that was located; undefined where the location does not know it, or is one in another run. */
  static placeIn({ lines }: Run, location: Location): Place | undefined {
    return #place in location && location.#lines === lines ? location.#place : undefined
  }
}
