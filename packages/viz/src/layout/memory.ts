/** Columns of numbers that together say all that a result depends on. They are held: nobody may change them. */
export type Content = readonly ArrayLike<number>[]

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
      const own = content.reduce((sum, column) => sum + column.length, 1)
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

/** Every so many numbers of a column count: contents are compared whole before one is taken for another. */
const STRIDE = 5

function hashOf(content: Content): number {
  let hash = content.length
  for (const column of content) {
    hash = Math.imul(hash ^ column.length, 0x9e3779b1)
    for (let i = 0; i < column.length; i += STRIDE) {
      hash = Math.imul(hash ^ column[i]!, 0x85ebca6b)
      hash ^= hash >>> 15
    }
  }
  return hash
}

const isSame = (one: Content, other: Content): boolean =>
  one.length === other.length && one.every((column, i) => isSameColumn(column, other[i]!))

/** NaN is itself here. */
function isSameColumn(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  if (one.length !== other.length) return false
  for (let i = 0; i < one.length; i++) {
    const number = one[i]!
    if (number !== other[i] && !(Number.isNaN(number) && Number.isNaN(other[i]))) return false
  }
  return true
}
