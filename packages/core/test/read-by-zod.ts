import { dateTimeOfEpoch, faultOfDateTime } from '../src/model/date-time.ts'
import { isJsonObject, kindOfDeclaration, type JsonObject } from '../src/model/declaration.ts'
import { IDENTIFIER_FIELDS, type IdentifierType } from '../src/model/identifier.ts'
import { LINEAGE_ENDS } from '../src/model/lineage.ts'
import { DeclaredLineage } from '../src/model/lineage-schema.ts'
import { RESOURCE_FIELDS } from '../src/model/resource.ts'
import { Resource } from '../src/model/resource-schema.ts'
import { Batch, NOT_KNOWN } from '../src/read/batch.ts'
import { declarationIn } from '../src/read/declaration-in.ts'
import { describe } from '../src/read/describe.ts'
import { encodingFaultOf } from '../src/read/encoding-fault.ts'
import { digestOf } from '../src/read/hash.ts'
import type { FieldFault, IdentifierFault, LineProblem } from '../src/read/problem.ts'
import { problemsOfText, pushResource, type Line } from '../src/read/read-batch.ts'
import { spansOf } from '../src/read/scan-json.ts'
import { sketch } from '../src/read/sketch.ts'
import { textOfLine } from '../src/read/text-of-line.ts'

/**
 * Reads whole lines as `readBatch` does, in the plainest way: JSON.parse, then the schemas, and of what is wrong what zod says. What is no
 * JSON goes the way that such lines always go. Most unknown fields that a line may have here: 50.
 */
export function readByZod(bytes: Uint8Array, printed: boolean): Batch {
  const batch = new Batch()
  batch.end = bytes.length
  for (let start = 0; start < bytes.length; batch.lineCount++) {
    batch.lastLine = start
    const lineEnd = bytes.indexOf(10, start)
    const end = lineEnd < 0 ? bytes.length : lineEnd
    const line = { bytes: bytes.subarray(start, end), offset: start, isOpen: lineEnd < 0 }
    for (const problem of problemsOfLine(batch, line, printed))
      batch.problems.push({ line: batch.lineCount, offset: start, problem })
    start = end + 1
  }
  return batch
}

function* problemsOfLine(batch: Batch, line: Line, printed: boolean): Generator<LineProblem> {
  const { bytes, offset } = line
  const whole = textOfLine(bytes, offset)
  if (whole.trim() === '') return
  const text = isJson(whole) ? whole : printed ? declarationIn(whole) : undefined
  if (text === undefined) {
    yield* problemsOfText(line, whole, printed)
    return
  }
  const json: unknown = JSON.parse(text)
  const kind = isJsonObject(json) ? kindOfDeclaration(json) : undefined
  if (!isJsonObject(json) || kind === undefined) {
    const what = isJsonObject(json)
      ? 'a JSON object without a field of a resource or of lineage'
      : `${describe(json)} in JSON`
    if (!printed) yield { kind: 'not-a-declaration', what, digest: digestOf(text) }
    return
  }
  const encoding = encodingFaultOf(bytes, text, offset)
  if (encoding) yield { kind: 'invalid-encoding', digest: digestOf(text), ...encoding }
  batch.declarationCount++
  yield* kind === 'resource'
    ? problemsOfResource(batch, json, text, offset)
    : problemsOfLineage(batch, json, offset)
}

function* problemsOfResource(
  batch: Batch,
  json: JsonObject,
  text: string,
  offset: number,
): Generator<LineProblem> {
  const digest = digestOf(text.trim())
  const { title, databuilder_id: given } = json
  const isMissing = given === undefined || given === null || given === ''
  if (isMissing) {
    const path = Object.hasOwn(json, 'databuilder_id') ? ['databuilder_id'] : []
    yield { kind: 'missing-id', title: typeof title === 'string' ? title : undefined, path, digest }
  }
  // A resource without an id is none, but what else is wrong with it is told.
  const known = { ...ownFields(json), ...(isMissing && { databuilder_id: '?' }) }
  const refused = refusedFields(known)
  const rest: Record<string, unknown> = { ...known }
  for (const { field } of refused) delete rest[field]
  const isUsable = !isMissing && Object.hasOwn(rest, 'databuilder_id')
  const resource = Resource.parse({ databuilder_id: '?', ...rest })

  const id = isUsable ? resource.databuilder_id : undefined
  for (const fault of [...refused, ...convertedFields(rest, resource, text), ...unknownFields(json)])
    yield { ...fault, id, digest }
  if (isUsable) pushResource(batch, resource, offset)
}

const ownFields = (json: JsonObject): Record<string, unknown> =>
  Object.fromEntries(
    RESOURCE_FIELDS.filter((field) => Object.hasOwn(json, field)).map((field) => [field, json[field]]),
  )

type RefusedField = Extract<FieldFault, { kind: 'wrong-field-type' | 'invalid-timestamp' }>

function refusedFields(known: JsonObject): RefusedField[] {
  const issues = Resource.safeParse(known).error?.issues ?? []
  return RESOURCE_FIELDS.flatMap((field): RefusedField[] => {
    const value = known[field]
    const issue = issues.find(({ path }) => path[0] === field)
    if (issue) {
      const index = issue.path[1] as number | undefined
      const is =
        index === undefined ? describe(value) : `a list that holds ${describe((value as unknown[])[index])}`
      return [{ kind: 'wrong-field-type', field, is }]
    }
    const reason =
      field === 'external_updated_at' && typeof value === 'string' ? faultOfDateTime(value) : undefined
    if (reason === undefined) return []
    const taken = reason === 'number' ? (dateTimeOfEpoch(Number(value)) ?? null) : null
    return [{ kind: 'invalid-timestamp', field, is: describe(value), reason, taken }]
  })
}

function* convertedFields(given: JsonObject, resource: Resource, text: string): Generator<FieldFault> {
  for (const field of RESOURCE_FIELDS) {
    if (!Object.hasOwn(given, field)) continue
    const value = given[field]
    const isTime = field === 'external_updated_at' && typeof value === 'number'
    const becomes = isTime ? (dateTimeOfEpoch(value) ?? null) : resource[field]
    if (becomes === undefined || Array.isArray(becomes) || becomes === value) continue
    yield { kind: 'coerced-field', field, is: describe(value), becomes }
  }
  const [span] = spansOf(text, [['sort_order']])
  const integer = span ? text.slice(span.start, span.end) : ''
  if (typeof given['sort_order'] !== 'number' || !/[.eE]/.test(integer)) return
  yield {
    kind: 'coerced-field',
    field: 'sort_order',
    is: `the number ${integer}`,
    becomes: resource.sort_order ?? null,
  }
}

function* unknownFields(json: JsonObject): Generator<FieldFault> {
  for (const field of Object.keys(json))
    if (!Object.hasOwn(Resource.shape, field)) yield { kind: 'unknown-field', field, beyond: 0 }
}

function* problemsOfLineage(
  { lineage, identifiers, lineCount }: Batch,
  json: JsonObject,
  offset: number,
): Generator<LineProblem> {
  const isOlder = LINEAGE_ENDS.map(
    ({ field, olderField }) => json[field] == null && Object.hasOwn(json, olderField),
  )
  const declared = LINEAGE_ENDS.map(({ field, olderField }, i) =>
    isOlder[i] ? { type: 'internal_resource', databuilder_id: json[olderField] } : json[field],
  )
  const { data, error } = DeclaredLineage.safeParse({
    from_identifier: declared[0],
    to_identifier: declared[1],
  })
  if (data) {
    lineage.line.push(lineCount)
    lineage.offset.push(offset)
    lineage.from.push(identifiers.intern(data.from_identifier))
    lineage.to.push(identifiers.intern(data.to_identifier))
    lineage.fromStart.push(NOT_KNOWN)
    lineage.toStart.push(NOT_KNOWN)
    return
  }
  for (const [i, { end, field, olderField }] of LINEAGE_ENDS.entries()) {
    const wrong = error.issues
      .filter(({ path }) => path[0] === field)
      .map(({ path }) => path.slice(1) as string[])
    if (wrong.length === 0) continue
    const fault = faultOfEnd(declared[i], wrong)
    const path = isOlder[i] ? [olderField] : [field, ...fault.path]
    yield {
      kind: 'invalid-identifier',
      fault: { end, ...fault, path },
      from: sketch(declared[0]),
      to: sketch(declared[1]),
    }
  }
}

type Fault = IdentifierFault extends infer One ? (One extends unknown ? Omit<One, 'end'> : never) : never

/** @param wrong the ways to what zod finds wrong inside it. */
function faultOfEnd(declared: unknown, wrong: readonly (readonly string[])[]): Fault {
  if (declared === undefined || declared === null) return { path: [], reason: 'missing' }
  if (wrong[0]!.length === 0) return { path: [], reason: 'not-an-object', is: describe(declared) } as Fault
  const fields = declared as Record<string, unknown>
  if (wrong[0]![0] === 'type')
    return {
      path: Object.hasOwn(fields, 'type') ? ['type'] : [],
      reason: 'unknown-type',
      given: fields['type'],
    } as Fault
  const type = fields['type'] as IdentifierType
  const { required, optional } = IDENTIFIER_FIELDS[type]
  const names = [...required, ...optional].filter((name) => wrong.some(([first]) => first === name))
  return {
    path: Object.hasOwn(fields, names[0]!) ? [names[0]!] : [],
    reason: 'wrong-fields',
    type,
    fields: names.map((field) => ({
      field,
      state: !Object.hasOwn(fields, field) ? 'absent' : fields[field] === '' ? 'empty' : 'of a wrong type',
      is: describe(fields[field]),
    })),
  } as Fault
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
