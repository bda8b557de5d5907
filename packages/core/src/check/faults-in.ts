import type { JsonPath } from '../read/scan-json.ts'
import { mustBe, mustNotMiss, tooMany, unknownName, wrongName, type ConfigFault } from './config-fault.ts'
import type { IntegerSchema, JsonSchema, ListSchema, ObjectSchema, TextSchema } from './json-schema.ts'
import { visible } from './quote.ts'

/** A file that people write. */
export interface DocumentForm {
  readonly schema: ObjectSchema
  /** What the fields of the object at a path are called: `setting`. */
  readonly nounAt: (path: JsonPath) => string
  /** What texts of a pattern must do, in words. */
  readonly patterns: Readonly<Record<string, string>>
}

/** Everything that is wrong with a value that JSON can hold. What is undefined counts as not given. No control character is in what it says. */
export const faultsIn = (given: unknown, form: DocumentForm): ConfigFault[] =>
  [...faultsAt(given, form.schema, [], form)].map(({ what, help, ...fault }) => ({
    what: visible(what),
    help: visible(help),
    ...fault,
  }))

/** It goes as deep as the schema, however deep the value is. */
function* faultsAt(
  value: unknown,
  schema: JsonSchema,
  path: JsonPath,
  form: DocumentForm,
): Generator<ConfigFault> {
  const meant = meantBy(schema, value, form)
  if ('enum' in meant) {
    if (!meant.enum.some((name) => name === value)) yield wrongName(path, value, meant.enum)
  } else if (!isOfType(value, meant)) yield mustBe(path, value, `be ${KINDS[meant.type]}`)
  else if (meant.type === 'object') yield* faultsInObject(value as object, meant, path, form)
  else if (meant.type === 'array') yield* faultsInList(value as unknown[], meant, path, form)
  else if (meant.type === 'string') yield* faultsInText(value as string, meant, path, form)
  else yield* faultsInNumber(value as number, meant, path)
}

type Typed = Extract<JsonSchema, { type: string }>

/** Follows references; of alternatives, takes that of the value's type, else the first. */
function meantBy(schema: JsonSchema, value: unknown, form: DocumentForm): Typed {
  if ('$ref' in schema) {
    const named = form.schema.$defs?.[schema.$ref.replace('#/$defs/', '')]
    if (named === undefined) throw new Error(`the schema has no ${schema.$ref}`)
    return meantBy(named, value, form)
  }
  if (!('anyOf' in schema)) return schema
  const [first, ...others] = schema.anyOf.map((each) => meantBy(each, value, form))
  if (first === undefined) throw new Error('the schema has no alternatives')
  return others.find((each) => isOfType(value, each)) ?? first
}

function isOfType(value: unknown, schema: Typed): boolean {
  switch (schema.type) {
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'array':
      return Array.isArray(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      return typeof value === 'string'
  }
}

const KINDS: Readonly<Record<Typed['type'], string>> = {
  object: 'an object, {…}',
  array: 'a list, […]',
  string: 'text in double quotes',
  integer: 'a whole number',
}

function* faultsInObject(
  value: object,
  { properties, required = [], additionalProperties }: ObjectSchema,
  path: JsonPath,
  form: DocumentForm,
): Generator<ConfigFault> {
  for (const [name, inside] of Object.entries(value)) {
    const schema = Object.hasOwn(properties, name) ? properties[name] : undefined
    if (inside === undefined) continue
    if (schema) yield* faultsAt(inside, schema, [...path, name], form)
    else if (additionalProperties === false) {
      const fault = unknownName(form.nounAt(path), name, Object.keys(properties))
      yield { ...fault, path: [...path, name], points: 'name' }
    }
  }
  for (const name of required) {
    const schema = properties[name]
    if (schema && (!Object.hasOwn(value, name) || Reflect.get(value, name) === undefined))
      yield mustNotMiss([...path, name], KINDS[meantBy(schema, undefined, form).type])
  }
}

function* faultsInList(
  value: readonly unknown[],
  { items, prefixItems = [], minItems = 0, maxItems = Infinity }: ListSchema,
  path: JsonPath,
  form: DocumentForm,
): Generator<ConfigFault> {
  if (value.length < minItems) yield mustBe(path, value, 'have something in it')
  if (value.length > maxItems) yield tooMany(path, maxItems)
  for (const [i, item] of value.entries()) {
    const schema = prefixItems[i] ?? items
    if (schema && item !== undefined) yield* faultsAt(item, schema, [...path, i], form)
  }
}

function* faultsInText(
  value: string,
  { minLength = 0, pattern }: TextSchema,
  path: JsonPath,
  { patterns }: DocumentForm,
): Generator<ConfigFault> {
  if (value.length < minLength) yield mustBe(path, value, 'not be empty')
  else if (pattern !== undefined && !new RegExp(pattern, 'u').test(value))
    yield mustBe(path, value, patterns[pattern] ?? `match ${pattern}`)
}

function* faultsInNumber(
  value: number,
  { minimum, maximum }: IntegerSchema,
  path: JsonPath,
): Generator<ConfigFault> {
  if (value < minimum) yield mustBe(path, value, `be at least ${minimum}`)
  if (value > maximum) yield mustBe(path, value, `be at most ${maximum}`)
}
