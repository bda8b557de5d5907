import type { StringIndex, Strings } from './strings.ts'

/** Up to so many texts insertion is quicker. */
const FEW = 16
/** What `Strings.byteAt` gives: a byte, or the end. */
const BUCKETS = 0x101

/**
 * Puts texts in the order of their bytes, none of them made a string: texts that begin alike are dealt out by the first byte in which they
 * differ, and so on. Time O(bytes that tell them apart), whatever they are.
 * @param texts left as they are.
 */
export function inByteOrder(strings: Strings, texts: Int32Array): Int32Array {
  const sorted = texts.slice()
  if (texts.length <= FEW) {
    insert(strings, sorted, 0, texts.length, 0)
    return sorted
  }
  const dealt = new Int32Array(texts.length)
  const bounds = new Int32Array(BUCKETS + 1)
  /** Ranges of texts that begin alike: where each starts and ends, and how many bytes are known to be the same. */
  const alike = [0, texts.length, 0]
  while (alike.length > 0) {
    const known = alike.pop()!
    const end = alike.pop()!
    const start = alike.pop()!
    if (end - start <= FEW) {
      insert(strings, sorted, start, end, known)
      continue
    }
    const at = shared(strings, sorted, start, end, known)
    bounds.fill(0)
    for (let i = start; i < end; i++) bounds[strings.byteAt(sorted[i]!, at) + 2]!++
    bounds[0] = start
    for (let bucket = 1; bucket <= BUCKETS; bucket++) bounds[bucket]! += bounds[bucket - 1]!
    dealt.set(sorted.subarray(start, end), start)
    for (let bucket = 1, from = bounds[1]!; bucket < BUCKETS; bucket++) {
      const to = bounds[bucket + 1]!
      if (to - from > 1) alike.push(from, to, at + 1) // those that have ended are the same
      from = to
    }
    for (let i = start; i < end; i++) {
      const text = dealt[i]!
      sorted[bounds[strings.byteAt(text, at) + 1]!++] = text
    }
  }
  return sorted
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
