import { DECLARATION_MARKS, isJsonObject, kindOfDeclaration, type JsonObject } from '../model/declaration.ts'
import type { Resource } from '../model/resource.ts'
import { Batch, NOT_KNOWN } from './batch.ts'
import { addContent, ContentHash } from './content-hash.ts'
import { declarationIn } from './declaration-in.ts'
import { describe } from './describe.ts'
import { encodingFaultOf } from './encoding-fault.ts'
import { digestOf } from './hash.ts'
import { PlainLines } from './plain/plain-lines.ts'
import type { LineProblem } from './problem.ts'
import { pythonTextOf } from './python-text.ts'
import { readLineage } from './read-lineage.ts'
import { readResource } from './read-resource.ts'
import { faultOf, isCutOff } from './scan-json.ts'
import { sketch } from './sketch.ts'
import type { Lines } from './split-lines.ts'
import { UNSET } from './strings.ts'
import { textOfLine } from './text-of-line.ts'

const LF = 10
const plain = new PlainLines()
const content = new ContentHash()

/**
 * Reads whole lines into columns. A bad line is a problem, and the others are read.
 * @param printed whether a program printed them: then other text between the declarations is no problem.
 */
export function readBatch({ bytes, offset, skipped }: Lines, printed: boolean, batch = new Batch()): Batch {
  batch.clear()
  if (skipped !== undefined) {
    const problem = { kind: 'line-too-long', length: skipped, digest: digestOf(String(skipped)) } as const
    batch.problems.push({ line: 0, offset, problem })
    batch.lineCount = 1
  }
  batch.lastLine = offset
  batch.end = offset + (skipped ?? bytes.length)
  const isLoaded = plain.load(bytes)
  for (let start = 0; start < bytes.length; batch.lineCount++) {
    batch.lastLine = offset + start
    const plainEnd = isLoaded ? plain.read(batch, start, offset + start) : -1
    if (plainEnd >= 0) {
      start = plainEnd + 1
      continue
    }
    const lineEnd = bytes.indexOf(LF, start)
    const end = lineEnd < 0 ? bytes.length : lineEnd
    readLine(
      batch,
      { bytes: bytes.subarray(start, end), offset: offset + start, isOpen: lineEnd < 0 },
      printed,
    )
    start = end + 1
  }
  return batch
}

export interface Line {
  /** Without its end. */
  readonly bytes: Uint8Array
  readonly offset: number
  /** The last line of a file, where nothing ends it. */
  readonly isOpen: boolean
}

/** Takes one line into a batch, whatever it is. */
export function readLine(batch: Batch, line: Line, printed: boolean): void {
  const { bytes, offset } = line
  let text = textOfLine(bytes, offset)
  const report = (problem: LineProblem): void => {
    batch.problems.push({ line: batch.lineCount, offset, problem })
  }
  if (text.trim() === '') return
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    const declaration = printed ? declarationIn(text) : undefined
    if (declaration === undefined) {
      for (const problem of problemsOfText(line, text, printed)) report(problem)
      return
    }
    text = declaration
    json = JSON.parse(text)
  }
  const kind = isJsonObject(json) ? kindOfDeclaration(json) : undefined
  if (!isJsonObject(json) || kind === undefined) {
    const what = isJsonObject(json)
      ? 'a JSON object without a field of a resource or of lineage'
      : `${describe(json)} in JSON`
    if (!printed) report({ kind: 'not-a-declaration', what, digest: digestOf(text) })
    return
  }
  const encoding = encodingFaultOf(bytes, text, offset)
  if (encoding) report({ kind: 'invalid-encoding', digest: digestOf(text), ...encoding })
  batch.declarationCount++
  if (kind === 'resource') declareResource(batch, json, text, offset, report)
  else declareLineage(batch, json, offset, report)
}

/**
 * What a line that is not JSON is. What a program prints is meant as a declaration only where it names one of its fields. Bytes that are
 * not UTF-8 are the one mistake where they are what breaks the JSON, or what the end of the file has left of a character.
 */
export function* problemsOfText(
  { bytes, offset, isOpen }: Line,
  text: string,
  printed: boolean,
): Generator<LineProblem> {
  if (printed && !DECLARATION_MARKS.some((mark) => text.includes(mark))) return
  const digest = digestOf(text)
  const isObject = text.trimStart().startsWith('{')
  const fault = faultOf(text)!
  if (isObject && isOpen && isCutOff(text, fault)) {
    yield { kind: 'truncated', at: text.length, digest }
    return
  }
  const python = pythonTextOf(text, fault)
  if (!isObject && python !== 'dict' && python !== 'object') {
    if (!printed) yield { kind: 'not-a-declaration', what: 'text that is not JSON', digest }
    return
  }
  const { at, expected, found } = fault
  const encoding = encodingFaultOf(bytes, text, offset)
  if (encoding) yield { kind: 'invalid-encoding', digest, ...encoding }
  if (encoding?.at !== at) yield { kind: 'invalid-json', at, expected, found, python, digest }
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
    const digest = digestOf(text.trim()) // white space around it, or a print before it, make no other mistake of it
    if (missingId) {
      const title = typeof json['title'] === 'string' ? json['title'] : undefined
      const path = Object.hasOwn(json, 'databuilder_id') ? ['databuilder_id'] : []
      report({ kind: 'missing-id', title, path, digest })
    }
    for (const fault of faults) report({ ...fault, id: resource?.databuilder_id, digest })
  }
  if (resource) pushResource(batch, resource, offset)
}

/** Takes a resource into a batch: it is declared on the line that the batch has come to, which begins at `offset`. */
export function pushResource(
  { resources, strings, lineCount }: Batch,
  resource: Resource,
  offset: number,
): void {
  const given = (text: string | null | undefined): number => (text ? strings.intern(text) : UNSET)
  content.clear()
  addContent(content, resource)
  resources.line.push(lineCount)
  resources.offset.push(offset)
  resources.id.push(strings.intern(resource.databuilder_id))
  resources.idStart.push(NOT_KNOWN)
  resources.type.push(given(resource.entity_type))
  resources.parent.push(given(resource.parent_databuilder_id))
  resources.title.push(given(resource.title))
  resources.schema.push(given(resource.schema))
  resources.database.push(given(resource.database))
  resources.group.push(given(resource.group))
  resources.product.push(given(resource.product))
  resources.order.push(resource.sort_order ?? NaN)
  resources.contentHigh.push(content.high)
  resources.contentLow.push(content.low)
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
  lineage.fromStart.push(NOT_KNOWN)
  lineage.toStart.push(NOT_KNOWN)
}
