import type { LineageGraph } from '../graph/lineage-graph.ts'
import { IDENTIFIER_TYPES, type IdentifierType, type LineageIdentifier } from '../model/identifier.ts'
import { LINEAGE_ENDS, type LineageEnd } from '../model/lineage.ts'
import type { IdentifierIndex } from '../read/identifiers.ts'
import type { Run } from '../read/run.ts'
import type { Span } from '../read/scan-json.ts'
import { distinctPairs, type DistinctPairs } from '../resolve/distinct-pairs.ts'
import { membersOf } from '../resolve/groups.ts'
import { firstPlaces, spanOfText, type Place } from './place.ts'
import type { Words } from './say.ts'

/** A distinct edge as it was declared, before anything was resolved. */
export interface DeclaredEdge {
  readonly from: IdentifierIndex
  readonly to: IdentifierIndex
  /** The lines that declare it, as indexes into `run.lineage`, in their order. */
  readonly lines: Uint32Array
}

/** The declared lines of a run, grouped by their ends as declared: distinct edges, numbered in the order in which they first come. */
export class DeclaredEdges {
  readonly #run: Run
  readonly #edges: Pick<DistinctPairs, 'size' | 'occurrences'>
  /** By identifier, an index into IDENTIFIER_TYPES. */
  readonly #types: Uint8Array

  constructor(graph: LineageGraph) {
    const { identifiers, lineage } = graph.run
    this.#run = graph.run
    this.#types = new Uint8Array(identifiers.size)
    for (let i = 0; i < identifiers.size; i++)
      this.#types[i] = IDENTIFIER_TYPES.indexOf(identifiers.typeOf(i))
    this.#edges = haveNodesOfTheirOwn(graph)
      ? graph.resolution.lineage.edges
      : distinctPairs(identifiers.size, lineage.from.values, lineage.to.values)
  }

  get size(): number {
    return this.#edges.size
  }

  at(edge: number): DeclaredEdge {
    const { from, to } = this.#run.lineage
    const lines = membersOf(this.#edges.occurrences, edge)
    return { from: from.at(lines[0]!), to: to.at(lines[0]!), lines }
  }

  /** The edges that are declared more than once. */
  repeated(): number[] {
    const { starts } = this.#edges.occurrences
    const found: number[] = []
    if (this.size === this.#run.lineage.length) return found
    for (let edge = 0; edge < this.size; edge++) if (starts[edge + 1]! - starts[edge]! > 1) found.push(edge)
    return found
  }

  /** The edges whose ends are wanted. */
  where(isWanted: (from: IdentifierIndex, to: IdentifierIndex) => boolean): number[] {
    const { starts, members } = this.#edges.occurrences
    const [froms, tos] = [this.#run.lineage.from.values, this.#run.lineage.to.values]
    const found: number[] = []
    for (let edge = 0; edge < this.size; edge++) {
      const line = members[starts[edge]!]!
      if (isWanted(froms[line]!, tos[line]!)) found.push(edge)
    }
    return found
  }

  /** The edges between identifiers of wanted types. Most runs have few types, and then nothing is looked at. */
  between(isWanted: (from: IdentifierType, to: IdentifierType) => boolean): number[] {
    const types = this.#types
    const present = IDENTIFIER_TYPES.filter((_, code) => types.includes(code))
    if (!present.some((from) => present.some((to) => isWanted(from, to)))) return []
    const wanted = IDENTIFIER_TYPES.map((from) => IDENTIFIER_TYPES.map((to) => isWanted(from, to)))
    return this.where((from, to) => wanted[types[from]!]![types[to]!]!)
  }

  /** The subject of a finding about the edge. */
  subjectOf({ from, to }: DeclaredEdge): { kind: 'lineage'; from: LineageIdentifier; to: LineageIdentifier } {
    return { kind: 'lineage', from: this.#run.identifiers.get(from), to: this.#run.identifiers.get(to) }
  }

  /** The first lines of the edge as places that mark one of its ends, and how many lines there are. */
  placesOf(
    { lines }: DeclaredEdge,
    end: LineageEnd,
    label: string,
  ): { readonly places: Place[]; readonly count: number } {
    const places = firstPlaces(lines, (line) => lineagePlace(this.#run, line, end, label))
    return { places, count: lines.length }
  }
}

/** Whether every line gives one edge, and every identifier has a node that no other has: then edges as declared are those of the graph. */
function haveNodesOfTheirOwn({ nodeCount, run, resolution }: LineageGraph): boolean {
  const { nodeOfIdentifier } = resolution
  const isMeant = new Uint8Array(nodeCount)
  for (let identifier = 0; identifier < run.identifiers.size; identifier++) {
    const node = nodeOfIdentifier[identifier]!
    if (node < 0 || isMeant[node] === 1) return false
    isMeant[node] = 1
  }
  return true
}

/** The line of a declared edge as a place that marks one of its ends, in today's form or the older one. */
export function lineagePlace(
  { lineage, identifiers, strings }: Run,
  line: number,
  end: LineageEnd,
  label: Words,
): Place {
  const name = identifiers.nameOf(lineage[end].at(line))
  return {
    file: lineage.file.at(line),
    line: lineage.line.at(line),
    offset: lineage.offset.at(line),
    paths: END_PATHS[end],
    span: spanOfText((end === 'from' ? lineage.fromStart : lineage.toStart).at(line), strings.lengthOf(name)),
    label,
  }
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
