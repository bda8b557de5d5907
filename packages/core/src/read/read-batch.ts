import { DECLARATION_MARKS, isJsonObject, kindOfDeclaration, type JsonObject } from '../model/declaration.ts'
import type { Resource } from '../model/resource.ts'
import { Batch } from './batch.ts'
import { contentText } from './content.ts'
import { describe } from './describe.ts'
import { digestOf, hashText } from './hash.ts'
import type { LineProblem } from './problem.ts'
import { readLineage } from './read-lineage.ts'
import { readResource } from './read-resource.ts'
import { faultOf } from './scan-json.ts'
import { sketch } from './sketch.ts'
import type { Lines } from './split-lines.ts'
import { UNSET } from './strings.ts'
import { textOfLine } from './text-of-line.ts'

const LF = 10

/**
 * Reads whole lines into columns. A bad line is a problem, and the others are read.
 * @param printed whether a program printed them: then other text between the declarations is no problem.
 */
export function readBatch({ bytes, offset }: Lines, printed: boolean): Batch {
  const batch = new Batch()
  for (let start = 0; start < bytes.length; batch.lineCount++) {
    const lineEnd = bytes.indexOf(LF, start)
    const end = lineEnd < 0 ? bytes.length : lineEnd
    readLine(batch, textOfLine(bytes.subarray(start, end), offset + start), offset + start, printed)
    start = end + 1
  }
  return batch
}

function readLine(batch: Batch, text: string, offset: number, printed: boolean): void {
  const report = (problem: LineProblem): void => {
    batch.problems.push({ line: batch.lineCount, offset, problem })
  }
  if (text.trim() === '') return
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    const problem = problemOfText(text, printed)
    if (problem) report(problem)
    return
  }
  const kind = isJsonObject(json) ? kindOfDeclaration(json) : undefined
  if (!isJsonObject(json) || kind === undefined) {
    const what = isJsonObject(json)
      ? 'a JSON object without a field of a resource or of lineage'
      : `${describe(json)} in JSON`
    if (!printed) report({ kind: 'not-a-declaration', what, digest: digestOf(text) })
    return
  }
  batch.declarationCount++
  if (kind === 'resource') declareResource(batch, json, text, offset, report)
  else declareLineage(batch, json, offset, report)
}

/** What a line that is not JSON is. What a program prints is meant as a declaration only where it names one of its fields. */
function problemOfText(text: string, printed: boolean): LineProblem | undefined {
  const object = text.trimStart().startsWith('{')
  if (printed && !(object && DECLARATION_MARKS.some((mark) => text.includes(mark)))) return undefined
  const digest = digestOf(text)
  if (!object) return { kind: 'not-a-declaration', what: 'text that is not JSON', digest }
  const { at, expected, found } = faultOf(text)!
  return { kind: 'invalid-json', at, expected, found, python: /^\s*\{\s*'/.test(text), digest }
}

function declareResource(
  batch: Batch,
  json: JsonObject,
  text: string,
  offset: number,
  report: (problem: LineProblem) => void,
): void {
  const { resource, missingId, faults } = readResource(json, text)
  if (missingId || faults.length > 0) {
    const digest = digestOf(text)
    if (missingId) {
      const title = typeof json['title'] === 'string' ? json['title'] : undefined
      const path = Object.hasOwn(json, 'databuilder_id') ? ['databuilder_id'] : []
      report({ kind: 'missing-id', title, path, digest })
    }
    for (const fault of faults) report({ ...fault, id: resource?.databuilder_id, digest })
  }
  if (resource) pushResource(batch, resource, offset)
}

function pushResource({ resources, strings, lineCount }: Batch, resource: Resource, offset: number): void {
  const given = (text: string | null | undefined): number => (text ? strings.intern(text) : UNSET)
  const [contentHigh, contentLow] = hashText(contentText(resource))
  resources.line.push(lineCount)
  resources.offset.push(offset)
  resources.id.push(strings.intern(resource.databuilder_id))
  resources.type.push(given(resource.entity_type))
  resources.parent.push(given(resource.parent_databuilder_id))
  resources.title.push(given(resource.title))
  resources.schema.push(given(resource.schema))
  resources.database.push(given(resource.database))
  resources.group.push(given(resource.group))
  resources.product.push(given(resource.product))
  resources.order.push(resource.sort_order ?? NaN)
  resources.contentHigh.push(contentHigh)
  resources.contentLow.push(contentLow)
}

function declareLineage(
  { lineage, identifiers, lineCount }: Batch,
  json: JsonObject,
  offset: number,
  report: (problem: LineProblem) => void,
): void {
  const read = readLineage(json)
  if ('faults' in read) {
    const [from, to] = [sketch(read.from), sketch(read.to)]
    for (const fault of read.faults) report({ kind: 'invalid-identifier', fault, from, to })
    return
  }
  lineage.line.push(lineCount)
  lineage.offset.push(offset)
  lineage.from.push(identifiers.intern(read.lineage.from_identifier))
  lineage.to.push(identifiers.intern(read.lineage.to_identifier))
}
