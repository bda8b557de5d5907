/** Room behind the last byte: four can be looked at wherever one may be. */
const PADDING = 8

/** Bytes that are read one at a time or, as `words`, four at a time. What has been written is kept when they grow. */
export class Bytes {
  bytes: Uint8Array
  words: DataView

  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity + PADDING)
    this.words = new DataView(this.bytes.buffer)
  }

  /** Takes bytes for its own that `copy` gave, in place of what it held. */
  adopt(copy: Uint8Array): void {
    this.bytes = copy
    this.words = new DataView(copy.buffer, copy.byteOffset, copy.length)
  }

  /** The first `length` bytes, and the room behind them. */
  copy(length: number): Uint8Array {
    return this.bytes.slice(0, length + PADDING)
  }

  /** Makes room for `length` bytes, and some more. */
  reserve(length: number): void {
    if (length + PADDING <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(length + PADDING, this.bytes.length * 2))
    larger.set(this.bytes)
    this.bytes = larger
    this.words = new DataView(larger.buffer)
  }
}

/** The first `count` bytes of a word, 1 to 3, the others being zero. */
export const firstBytes = (word: number, count: number): number => word & ((1 << (count * 8)) - 1)

/** Whether as many bytes from `at` in one are those from `otherAt` in the other. */
export function equalBytes(
  one: DataView,
  at: number,
  other: DataView,
  otherAt: number,
  length: number,
): boolean {
  let i = 0
  for (; i + 4 <= length; i += 4)
    if (one.getInt32(at + i, true) !== other.getInt32(otherAt + i, true)) return false
  if (i === length) return true
  return firstBytes(one.getInt32(at + i, true) ^ other.getInt32(otherAt + i, true), length - i) === 0
}

/** The same where the other ones are ASCII, none of them zero: eight at a time, since no such eight make a NaN or a zero of a float. */
export function equalAscii(
  one: DataView,
  at: number,
  ascii: DataView,
  asciiAt: number,
  length: number,
): boolean {
  let i = 0
  for (; i + 8 <= length; i += 8)
    if (one.getFloat64(at + i, true) !== ascii.getFloat64(asciiAt + i, true)) return false
  return equalBytes(one, at + i, ascii, asciiAt + i, length - i)
}

/** Copies bytes, four at a time: up to three behind the last one are written over. */
export function copyBytes(from: DataView, at: number, to: DataView, toAt: number, length: number): void {
  for (let i = 0; i < length; i += 4) to.setInt32(toAt + i, from.getInt32(at + i, true), true)
}
