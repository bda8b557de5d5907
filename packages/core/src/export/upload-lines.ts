import { isJsonObject, type JsonObject } from '../model/declaration.ts'
import type { LineageGraph } from '../graph/lineage-graph.ts'
import type { Run } from '../read/run.ts'
import { distinctPairs } from '../resolve/distinct-pairs.ts'
import { membersOf } from '../resolve/groups.ts'
import { declaredText, type DeclaredLine } from './declared-lines.ts'
import { uploadForm } from './upload-form.ts'
import { uploadText } from './upload-text.ts'

/** A declaration as its file of the upload takes it. */
export interface UploadLine {
  readonly json: JsonObject
  readonly text: string
}

/**
 * The resources that stand, each once and in the order of their declaration, which is that of their nodes. Throws ChangedFileError.
 * @param isWanted which nodes; all where it is not given.
 * @example
 * ```ts
 * for (const { text } of resourceLines(graph, (node) => graph.typeOf(node) === 'table')) console.log(text)
 * ```
 */
export function* resourceLines(
  graph: LineageGraph,
  isWanted: (node: number) => boolean = () => true,
): Generator<UploadLine> {
  for (let node = 0; node < graph.nodeCount && graph.kindOf(node) === 'resource'; node++) {
    if (!isWanted(node)) continue
    const index = graph.resourceOf(node)
    yield lineOf(graph, { kind: 'resource', index, place: graph.run.placeOfResource(index) })
  }
}

/**
 * The lineage, each pair of ends once, in the order of declaration. Throws ChangedFileError.
 * @param isWanted which lines of lineage; all where it is not given.
 * @example
 * ```ts
 * for (const { text } of lineageLines(graph)) console.log(text)
 * ```
 */
export function* lineageLines(
  graph: LineageGraph,
  isWanted: (line: number) => boolean = () => true,
): Generator<UploadLine> {
  const { run } = graph
  const isFirst = firstsOf(run)
  for (let index = 0; index < run.lineage.length; index++)
    if (isFirst[index] === 1 && isWanted(index))
      yield lineOf(graph, { kind: 'lineage', index, place: run.placeOfLineage(index) })
}

/** By line of lineage: 1 where its ends have not stood on a line before. */
function firstsOf({ lineage, identifiers }: Run): Uint8Array {
  const { size, occurrences } = distinctPairs(identifiers.size, lineage.from.values, lineage.to.values)
  const isFirst = new Uint8Array(lineage.length)
  for (let pair = 0; pair < size; pair++) isFirst[membersOf(occurrences, pair)[0] ?? 0] = 1
  return isFirst
}

function lineOf(graph: LineageGraph, declared: DeclaredLine): UploadLine {
  const text = declaredText(graph, declared)
  const json: unknown = JSON.parse(text)
  if (!isJsonObject(json)) throw new Error(`${text} is no declaration`)
  return { json: uploadForm(json), text: uploadText(json, text) ?? text } // what cannot be written again is kept as it came
}
