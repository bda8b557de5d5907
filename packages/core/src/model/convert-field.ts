import { FIELD_KINDS, type ResourceField } from './resource.ts'

/** pydantic takes `" 4 "`, `"4.0"` and `"1_000"` for an int. */
const INTEGER = /^\s*[+-]?\d+(_\d+)*(\.0+)?\s*$/
const TRUE_WORDS: ReadonlySet<unknown> = new Set(['1', 'true', 't', 'yes', 'y', 'on'])
const FALSE_WORDS: ReadonlySet<unknown> = new Set(['0', 'false', 'f', 'no', 'n', 'off'])

/**
 * What the SDK makes of the value of a field, as the schema has it, and without its cost; undefined where it refuses it. A property test
 * holds the two together.
 */
export function convertField(field: ResourceField, value: unknown): unknown {
  const kind = FIELD_KINDS[field]
  if (kind === 'id') return typeof value === 'string' && value !== '' ? value : undefined
  if (value === null) return null
  switch (kind) {
    case 'text':
      return typeof value === 'string' ? value : undefined
    case 'time':
      return typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))
        ? value
        : undefined
    case 'list':
      return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined
    case 'integer':
      return integerOf(value)
    case 'flag':
      return flagOf(value)
  }
}

function integerOf(value: unknown): number | undefined {
  if (typeof value === 'boolean') return Number(value)
  if (typeof value === 'string') return INTEGER.test(value) ? Number(value.replaceAll('_', '')) : undefined
  return Number.isInteger(value) ? (value as number) : undefined
}

function flagOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (value === 0 || value === 1) return value === 1
  const word = typeof value === 'string' ? value.toLowerCase() : undefined
  return TRUE_WORDS.has(word) ? true : FALSE_WORDS.has(word) ? false : undefined
}
