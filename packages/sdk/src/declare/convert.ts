import { REFUSED } from './refused.ts'
import type { PrintedInteger } from './resource.ts'

/** A number is not taken for a string. */
export const convertText = (value: unknown): string | typeof REFUSED =>
  typeof value === 'string' ? value : REFUSED

/** Any collection but an object with keys: Python's tuples and sets are JavaScript's sets and iterators. */
export function convertTexts(value: unknown): readonly string[] | typeof REFUSED {
  const isCollection =
    typeof value === 'object' && value !== null && Symbol.iterator in value && !(value instanceof Map)
  if (!isCollection) return REFUSED
  const items: unknown[] = Array.from(value as Iterable<unknown>)
  return items.every((item) => typeof item === 'string') ? items : REFUSED
}

const TRUE_WORDS = new Set(['1', 'true', 't', 'yes', 'y', 'on'])
const FALSE_WORDS = new Set(['0', 'false', 'f', 'no', 'n', 'off'])

/** Also 0, 1 and the usual words, in any case. */
export function convertFlag(value: unknown): boolean | typeof REFUSED {
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') return REFUSED
  const word = String(value).toLowerCase()
  if (TRUE_WORDS.has(word)) return true
  return FALSE_WORDS.has(word) ? false : REFUSED
}

/** Unicode's white space, which is not what `\s` is. */
const AROUND =
  /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/g
const INTEGER = /^[+-]?\d+(_\d+)*(\.0+)?$/

/** Also whole numbers in text (`"4"`, `"4.0"`, `"1_000"`), and true for 1. */
export function convertInteger(value: unknown): PrintedInteger | typeof REFUSED {
  switch (typeof value) {
    case 'boolean':
      return Number(value)
    case 'number': // a float of Python has to fit into 64 bits
      return Number.isInteger(value) && Math.abs(value) < 2 ** 63 ? shortest(BigInt(value)) : REFUSED
    case 'bigint':
      return shortest(value)
    case 'string': {
      const text = value.replace(AROUND, '')
      return INTEGER.test(text) ? shortest(integerOf(text)) : REFUSED
    }
    default:
      return REFUSED
  }
}

function integerOf(text: string): bigint {
  const digits = text.replace(/\..*$/, '').replaceAll('_', '').replace(/^[+-]/, '')
  return text.startsWith('-') ? -BigInt(digits) : BigInt(digits)
}

const shortest = (value: bigint): PrintedInteger =>
  value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value
