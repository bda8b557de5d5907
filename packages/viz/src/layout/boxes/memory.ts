/** All numbers that a result depends on. They are held: nobody may change them. */
export type Content = Float64Array

/** Columns of numbers end to end, each with its length before it. */
export function contentOf(columns: readonly ArrayLike<number>[]): Content {
  let length = 0
  for (const column of columns) length += 1 + column.length
  const content = new Float64Array(length)
  let at = 0
  for (const column of columns) {
    content[at++] = column.length
    content.set(column, at)
    at += column.length
  }
  return content
}

/** Remembers results by the content that they were made from, whoever asks: what is asked twice is made once. */
export interface Memory<Value> {
  known(content: Content): Value | undefined
  keep(content: Content, value: Value): Value
  /** How many numbers the contents that are held have. */
  readonly size: number
}

interface Entry<Value> {
  readonly content: Content
  readonly size: number
  readonly value: Value
}

/** @param most numbers in all contents that are held: what was asked for longest ago is forgotten first. */
export function memoryOf<Value>(most: number): Memory<Value> {
  // By hash, the oldest first. Of two contents with one hash the later one is held.
  const entries = new Map<number, Entry<Value>>()
  let size = 0
  const forget = (hash: number): void => {
    size -= entries.get(hash)?.size ?? 0
    entries.delete(hash)
  }
  return {
    known(content) {
      const hash = hashOf(content)
      const entry = entries.get(hash)
      if (!entry || !isSame(entry.content, content)) return undefined
      entries.delete(hash)
      entries.set(hash, entry)
      return entry.value
    },
    keep(content, value) {
      const hash = hashOf(content)
      forget(hash)
      const own = content.length
      if (own > most) return value
      size += own
      entries.set(hash, { content, size: own, value })
      for (const oldest of entries.keys()) {
        if (size <= most) break
        forget(oldest)
      }
      return value
    },
    get size() {
      return size
    },
  }
}

/** Every so many numbers of a content count: contents are compared whole before one is taken for another. */
const STRIDE = 5

function hashOf(content: Content): number {
  let hash = content.length
  for (let i = content.length - 1; i >= 0; i -= STRIDE) {
    hash = Math.imul(hash ^ content[i]!, 0x85ebca6b)
    hash ^= hash >>> 15
  }
  return hash
}

/** NaN is itself here. */
function isSame(one: Content, other: Content): boolean {
  if (one.length !== other.length) return false
  for (let i = 0; i < one.length; i++) {
    const number = one[i]!
    const its = other[i]!
    if (number !== its && (number === number || its === its)) return false
  }
  return true
}
