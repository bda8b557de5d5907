const encoder = new TextEncoder()

/** The order of two texts as UTF-8 bytes: what `sort` says under the C locale, and the same everywhere. */
export function compareBytes(a: string, b: string): number {
  const one = encoder.encode(a)
  const other = encoder.encode(b)
  const length = Math.min(one.length, other.length)
  for (let i = 0; i < length; i++) if (one[i] !== other[i]) return one[i]! - other[i]!
  return one.length - other.length
}
