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
  yield* inOrder([
    listed(run.resources.length, resourceAt, (index) =>
      extract.has(graph.nodeOfString(run.resources.id.at(index))),
    ),
    listed(run.lineage.length, lineageAt, (index) => lineage === undefined || lineage[index] === 1),
    dropped.map((place, index): DeclaredLine => ({ kind: 'dropped', index, place })).values(),
  ])
}

/** The JSON of what a line declares, on one line, as it stands there; what a row of CSV declares, as JSON. Throws ChangedFileError. */
export function declaredText({ run }: LineageGraph, { kind, index, place }: DeclaredLine): string {
  const isRow = run.formOf(place.file) !== undefined && kind === 'resource'
  const text = isRow
    ? JSON.stringify(run.resourceAt(index))
    : run.declaredAt(place)?.trim().replace(LINE_ENDS, ' ')
  if (text === undefined || !isObject(text)) throw new ChangedFileError(run.files[place.file]?.name ?? '')
  return text
}

/** White space in JSON: in a text they are escaped. */
const LINE_ENDS = /\n/g

/** The lines of several lists, each of which is in order, in one order. */
function* inOrder(lists: readonly Iterator<DeclaredLine, undefined>[]): Generator<DeclaredLine> {
  const heads = lists.map((list) => ({ list, line: list.next().value }))
  for (;;) {
    let first = heads[0]
    for (const head of heads)
      if (head.line && (!first?.line || isBefore(head.line.place, first.line.place))) first = head
    if (!first?.line) return
    yield first.line
    first.line = first.list.next().value
  }
}

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

/** Whether it is why a declaration was dropped: an unusable end, or no usable id. */
const isReason = (problem: Problem): boolean =>
  problem.kind === 'invalid-identifier' ||
  problem.kind === 'missing-id' ||
  ('id' in problem && problem.id === undefined)

/** The lines of JSON that declare something, of which nothing stands. */
function droppedLines({ run }: LineageGraph): LinePlace[] {
  const places: LinePlace[] = []
  for (const problem of run.problems) {
    const { file, line, offset } = problem
    if (!isReason(problem) || run.files[file]?.role === 'catalog' || run.formOf(file)) continue
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
