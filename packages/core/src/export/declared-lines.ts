import type { LineageGraph } from '../graph/lineage-graph.ts'
import type { LinePlace, Problem } from '../read/problem.ts'
import { ChangedFileError } from './changed-file-error.ts'
import type { Extract } from './extract.ts'

/** What a line declares: a resource or an edge, as an index into the columns of the run; neither where it was dropped. */
export interface DeclaredLine {
  readonly kind: 'resource' | 'lineage' | 'dropped'
  readonly index: number
  readonly place: LinePlace
}

/**
 * What a run declares, in the order of its files and lines, repeats included, and what is no usable declaration because of an id or an end.
 * Of a part of the graph: the declarations of its resources, and the lines behind its edges.
 */
export function* declaredLines(extract: Extract): Generator<DeclaredLine> {
  const { graph } = extract
  const { run } = graph
  const lineage = extract.isPart ? linesBehind(extract) : undefined
  const dropped = extract.isPart ? [] : droppedLines(graph)
  const resourceAt = (index: number): DeclaredLine => ({
    kind: 'resource',
    index,
    place: run.placeOfResource(index),
  })
  const lineageAt = (index: number): DeclaredLine => ({
    kind: 'lineage',
    index,
    place: run.placeOfLineage(index),
  })
  const lists = [
    listed(run.resources.length, resourceAt, (index) =>
      extract.has(graph.nodeOfString(run.resources.id.at(index))),
    ),
    listed(run.lineage.length, lineageAt, (index) => lineage === undefined || lineage[index] === 1),
    dropped.map((place, index): DeclaredLine => ({ kind: 'dropped', index, place })).values(),
  ]
  const heads = lists.map((list) => list.next().value)
  for (;;) {
    let first = -1
    for (const [i, head] of heads.entries())
      if (head && (first < 0 || isBefore(head.place, heads[first]!.place))) first = i
    if (first < 0) return
    yield heads[first]!
    heads[first] = lists[first]!.next().value
  }
}

/** The JSON of what a line declares, on one line, as it stands there; what a row of CSV declares, as JSON. Throws ChangedFileError. */
export function declaredText({ run }: LineageGraph, { kind, index, place }: DeclaredLine): string {
  const isRow = run.formOf(place.file) !== undefined && kind === 'resource'
  const text = isRow
    ? JSON.stringify(run.resourceAt(index))
    : run.declaredAt(place)?.trim().replace(LINE_ENDS, ' ')
  if (text === undefined || !isObject(text)) throw new ChangedFileError(run.files[place.file]!.name)
  return text
}

/** White space in JSON: in a text they are escaped. */
const LINE_ENDS = /\n/g

function* listed(
  length: number,
  at: (index: number) => DeclaredLine,
  isWanted: (index: number) => boolean,
): Generator<DeclaredLine, undefined> {
  for (let index = 0; index < length; index++) if (isWanted(index)) yield at(index)
  return undefined
}

/** By line of lineage: 1 where an edge of the extract is declared there. */
export function linesBehind(extract: Extract): Uint8Array {
  const { graph } = extract
  const lines = new Uint8Array(graph.run.lineage.length)
  for (const edge of extract.edgeIndexes()) for (const line of graph.linesOf(edge)) lines[line] = 1
  return lines
}

const DROPPED: ReadonlySet<Problem['kind']> = new Set(['missing-id', 'invalid-identifier'])

/** The lines of JSON that declare something, of which nothing stands. */
function droppedLines({ run }: LineageGraph): LinePlace[] {
  const places: LinePlace[] = []
  for (const { kind, file, line, offset } of run.problems) {
    if (!DROPPED.has(kind) || run.files[file]!.role === 'catalog' || run.formOf(file)) continue
    const last = places.at(-1)
    if (last?.file !== file || last.offset !== offset) places.push({ file, line, offset })
  }
  return places
}

const isBefore = (a: LinePlace, b: LinePlace): boolean =>
  a.file < b.file || (a.file === b.file && a.line < b.line)

function isObject(text: string): boolean {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null && !Array.isArray(json)
  } catch {
    return false // the line is another one now: the file was written anew under the same size and time
  }
}
