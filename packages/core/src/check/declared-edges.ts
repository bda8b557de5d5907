import { groupsOf, membersOf, type Groups } from '../graph/groups.ts'
import type { LineageIdentifier } from '../model/identifier.ts'
import { LINEAGE_ENDS, type LineageEnd } from '../model/lineage.ts'
import type { IdentifierIndex } from '../read/identifiers.ts'
import type { Run } from '../read/run.ts'
import type { Span } from '../read/scan-json.ts'
import { Tuples } from '../read/tuples.ts'
import type { Place } from './place.ts'

/** A distinct edge as it was declared, before anything was resolved. */
export interface DeclaredEdge {
  readonly from: IdentifierIndex
  readonly to: IdentifierIndex
  /** The lines that declare it, as indexes into `run.lineage`, in their order. */
  readonly lines: Uint32Array
}

/** The declared lines of a run, grouped by their ends as declared. */
export class DeclaredEdges {
  readonly #run: Run
  readonly #pairs = new Tuples(2)
  readonly #lines: Groups

  constructor(run: Run) {
    this.#run = run
    const pairOf = Int32Array.from({ length: run.lineage.length }, (_, line) =>
      this.#pairs.intern(Int32Array.of(run.lineage.from.at(line), run.lineage.to.at(line))),
    )
    this.#lines = groupsOf(this.#pairs.size, pairOf)
  }

  *[Symbol.iterator](): Generator<DeclaredEdge> {
    for (let pair = 0; pair < this.#pairs.size; pair++)
      yield {
        from: this.#pairs.get(pair, 0),
        to: this.#pairs.get(pair, 1),
        lines: membersOf(this.#lines, pair),
      }
  }

  /** The subject of a finding about the edge. */
  subjectOf({ from, to }: DeclaredEdge): { kind: 'lineage'; from: LineageIdentifier; to: LineageIdentifier } {
    return { kind: 'lineage', from: this.#run.identifiers.get(from), to: this.#run.identifiers.get(to) }
  }

  /** The lines of the edge as places that mark one of its ends. */
  placesOf({ lines }: DeclaredEdge, end: LineageEnd, label: string): Place[] {
    return Array.from(lines, (line) => lineagePlace(this.#run, line, end, label))
  }
}

/** The line of a declared edge as a place that marks one of its ends, in today's form or the older one. */
export function lineagePlace(run: Run, line: number, end: LineageEnd, label: string): Place {
  return { ...run.placeOfLineage(line), paths: END_PATHS[end], label }
}

/** The line of an edge out of a query as a place that marks a part of its SQL, by UTF-16 offsets. */
export const sqlPlace = (run: Run, line: number, inside: Span, label: string): Place => ({
  ...run.placeOfLineage(line),
  paths: [['from_identifier', 'sql']],
  inside,
  label,
})

const END_PATHS = Object.fromEntries(
  LINEAGE_ENDS.map(({ end, field, olderField }) => [
    end,
    [[field, 'databuilder_id'], [field, 'table'], [field, 'sql'], [olderField]],
  ]),
) as unknown as Readonly<Record<LineageEnd, Place['paths'] & {}>>
