/**
 * A JSON value in the words of a finding, short whatever its size.
 * @example
 * ```ts
 * describe([1]) // in the words of a finding
 * ```
 */
export function describe(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  switch (typeof value) {
    case 'string':
      return value === '' ? 'an empty string' : `the string ${JSON.stringify(shortened(value))}`
    case 'number':
      return `the number ${value}`
    case 'boolean':
      return String(value)
    case 'undefined':
      return 'absent'
    default:
      return 'an object'
  }
}

const LONGEST = 40

/** `text`, cut with `…` where it is long. */
function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`
}
