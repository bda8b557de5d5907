/**
 * Numbers as bytes that compress well: the first bytes of all numbers stand together, then their low bytes, and so on. A small number has a
 * first byte only. The first byte says what follows:
 *
 * | first byte | number                                                     |
 * | ---------- | ---------------------------------------------------------- |
 * | 0 … 191    | itself                                                     |
 * | 192 … 239  | 192 and more: 6 bits here, 8 in the low plane              |
 * | 240 … 254  | `TWO` and more: 4 bits here, 8 in the low plane, 8 in the middle |
 * | 255        | any: 8 bits in the low plane, 8 in the middle, 16 in the high |
 */
export const PLANES = 4

const ONE = 192
const TWO = ONE + ((240 - 192) << 8)
const THREE = TWO + ((255 - 240) << 16)

/** Takes numbers from 0 to 2³² − 1. */
export class NumberWriter {
  readonly planes = Array.from({ length: PLANES }, () => new ByteWriter())

  put(number: number): void {
    const [first, low, middle, high] = this.planes as [ByteWriter, ByteWriter, ByteWriter, ByteWriter]
    if (number < ONE) {
      first.put(number)
      return
    }
    if (number < TWO) {
      first.put(ONE + ((number - ONE) >> 8))
      low.put(number - ONE)
      return
    }
    const rest = number < THREE ? number - TWO : number
    first.put(number < THREE ? 240 + (rest >> 16) : 255)
    low.put(rest)
    middle.put(rest >> 8)
    if (number < THREE) return
    high.put(rest >> 16)
    high.put(rest >> 24)
  }
}

/** Gives numbers again, in their order. */
export class NumberReader {
  readonly #first: Uint8Array
  readonly #low: Uint8Array
  readonly #middle: Uint8Array
  readonly #high: Uint8Array
  #firstAt = 0
  #lowAt = 0
  #middleAt = 0
  #highAt = 0

  constructor([first, low, middle, high]: readonly Uint8Array[]) {
    this.#first = first!
    this.#low = low!
    this.#middle = middle!
    this.#high = high!
  }

  next(): number {
    const first = this.#first[this.#firstAt++]!
    if (first < 192) return first
    const low = this.#low[this.#lowAt++]!
    if (first < 240) return ONE + ((first - 192) << 8) + low
    const rest = (this.#middle[this.#middleAt++]! << 8) | low
    if (first < 255) return TWO + ((first - 240) << 16) + rest
    const high = this.#high[this.#highAt++]! | (this.#high[this.#highAt++]! << 8)
    return high * 65_536 + rest
  }
}

/** Bytes that grow. */
export class ByteWriter {
  #bytes = new Uint8Array(64)
  #length = 0

  put(byte: number): void {
    if (this.#length === this.#bytes.length) this.#reserve(1)
    this.#bytes[this.#length++] = byte
  }

  /** Takes a text whose units are bytes. */
  putText(text: string): void {
    this.#reserve(text.length)
    for (let i = 0; i < text.length; i++) this.#bytes[this.#length++] = text.charCodeAt(i)
  }

  get written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(this.#length + more, this.#bytes.length * 2))
    larger.set(this.written)
    this.#bytes = larger
  }
}

/** The least numbers stand for the differences nearest to 0. */
export const zigzag = (difference: number): number => (difference < 0 ? -2 * difference - 1 : 2 * difference)

export const unzigzag = (number: number): number => (number % 2 === 1 ? -(number + 1) / 2 : number / 2)
