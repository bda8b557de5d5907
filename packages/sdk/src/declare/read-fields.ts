import { describe, nearestName, quote } from '@lineagraph/core'
import { DeclarationError } from './declaration-error.ts'
import { REFUSED, type Convert } from './refused.ts'

/** One field of a declaration. */
export interface Field {
  readonly name: string
  readonly convert: Convert
  readonly required: boolean
  /** What is printed where the author gave nothing. */
  readonly unset: unknown
  /** What it must be, in words. */
  readonly expected: string
}

/** A kind of declaration: its fields, in the order in which they are printed. */
export interface Shape {
  /** With its article. */
  readonly what: string
  readonly fields: readonly Field[]
  readonly names: ReadonlySet<string>
}

export const shapeOf = (what: string, fields: readonly Field[]): Shape => ({
  what,
  fields,
  names: new Set(fields.map(({ name }) => name)),
})

/**
 * A declaration as it is printed: every field, in order, converted as pydantic converts it.
 * Throws DeclarationError for what pydantic refuses, and for a field that it would drop without a word.
 */
export function readFields(given: unknown, { what, fields, names }: Shape): Record<string, unknown> {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new DeclarationError(
      `${what} is an object, not ${describe(given)}`,
      `its fields are ${[...names].join(', ')}`,
    )
  const values = given as Readonly<Record<string, unknown>>
  for (const name of Object.keys(values)) if (!names.has(name)) throw unknownField(name, what, names)
  const printed: Record<string, unknown> = {}
  for (const field of fields) printed[field.name] = readField(values[field.name], field, what)
  return printed
}

function readField(
  value: unknown,
  { name, convert, required, unset, expected }: Field,
  what: string,
): unknown {
  if (value === undefined && !required) return unset
  if (value === null && !required) return null
  if (value === undefined) throw new DeclarationError(`${what} lacks '${name}'`, `it must be ${expected}`)
  const converted = convert(value)
  if (converted !== REFUSED) return converted
  throw new DeclarationError(`'${name}' of ${what} is ${describe(value)}`, `it must be ${expected}`)
}

function unknownField(name: string, what: string, names: ReadonlySet<string>): DeclarationError {
  const near = nearestName(name, [...names])
  return new DeclarationError(
    `${what} has no field ${quote(name)}, and Secoda would drop it without a word`,
    near ? `did you mean '${near}'?` : `its fields are ${[...names].join(', ')}`,
  )
}
