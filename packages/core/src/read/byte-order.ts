import type { StringIndex, Strings } from './strings.ts'

/** Up to so many texts insertion is quicker. */
const FEW = 16
/** As many as `Strings.byteAt` gives: a byte, or the end. */
const DIGITS = 0x101
/** As many bytes are looked at together, where there is room for them beside the number of a text. */
const TOGETHER = 4

/**
 * Puts texts in the order of their bytes, none of them made a string: texts that begin alike are sorted, as numbers, by the next few bytes
 * at once, and so on where these are the same.
 * @param texts left as they are.
 */
export function inByteOrder(strings: Strings, texts: Int32Array): Int32Array {
  const sorted = texts.slice()
  /** Ranges of texts that begin alike: where each starts and ends, and how many bytes are known to be the same. */
  const alike = [0, texts.length, 0]
  while (alike.length > 0) {
    const known = alike.pop()!
    const end = alike.pop()!
    const start = alike.pop()!
    if (end - start <= FEW) insert(strings, sorted, start, end, known)
    else sortByNext(strings, sorted, start, end, shared(strings, sorted, start, end, known), alike)
  }
  return sorted
}

/** Sorts a range by the bytes from `at` on that fit into a number, and adds the ranges in which these are the same to `alike`. */
function sortByNext(
  strings: Strings,
  texts: Int32Array,
  start: number,
  end: number,
  at: number,
  alike: number[],
): void {
  const count = end - start
  let together = 1
  while (together < TOGETHER && DIGITS ** (together + 1) * count < Number.MAX_SAFE_INTEGER) together++
  // The bytes of a text, and behind them its number in the range: each is a whole number that a double holds.
  const keys = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    let key = 0
    for (let next = at; next < at + together; next++)
      key = key * DIGITS + strings.byteAt(texts[start + i]!, next) + 1
    keys[i] = key * count + i
  }
  keys.sort()
  const before = texts.slice(start, end)
  let same = 0
  let previous = -1
  for (let i = 0; i <= count; i++) {
    const key = i < count ? Math.floor(keys[i]! / count) : -1
    if (i < count) texts[start + i] = before[keys[i]! - key * count]!
    if (key === previous) continue
    // Texts that have ended are the same.
    if (i - same > 1 && previous % DIGITS !== 0) alike.push(start + same, start + i, at + together)
    same = i
    previous = key
  }
}

/** How many bytes all texts of a range begin with. */
function shared(strings: Strings, texts: Int32Array, start: number, end: number, known: number): number {
  let least = strings.lengthOf(texts[start]!)
  for (let i = start + 1; i < end; i++) least = strings.sharedBy(texts[start]!, texts[i]!, known, least)
  return least
}

function insert(strings: Strings, texts: Int32Array, start: number, end: number, known: number): void {
  for (let i = start + 1; i < end; i++) {
    const text = texts[i]!
    let at = i
    for (; at > start && isBefore(strings, text, texts[at - 1]!, known); at--) texts[at] = texts[at - 1]!
    texts[at] = text
  }
}

function isBefore(strings: Strings, one: StringIndex, other: StringIndex, known: number): boolean {
  const at = strings.sharedBy(one, other, known, strings.lengthOf(one))
  return strings.byteAt(one, at) < strings.byteAt(other, at)
}
