import { unzigzag, type NumberReader } from './number-planes.ts'
import { HOLE, sectionReader } from './section.ts'
import { Texts } from './texts.ts'

/** Bytes that are handed over at once. */
const PIECE = 1 << 20

/**
 * The files of a run out of a section of it, see `section.ts`.
 * @returns by file, its bytes of this section, in pieces.
 */
export function unfold(section: Uint8Array): Uint8Array<ArrayBuffer>[][] {
  const { numbers, bytes } = sectionReader(section)
  const records = Array.from({ length: numbers.records.next() }, () => numbers.records.next())
  const recordCount = records.reduce((sum, count) => sum + count, 0)
  const shapeOf = new Int32Array(recordCount)
  for (let i = 0; i < recordCount; i++) shapeOf[i] = numbers.shapeOf.next() - 1
  const shapes = shapesOf(bytes.shapes, numbers.shapeLengths)
  const values = valuesOf(shapeOf, shapes, numbers.values)
  const texts = new Texts({ numbers, bytes })
  const before = new Int32Array(shapes.holes.at(-1)!)
  const out = new Output()
  let raw = 0
  let value = 0

  const putRecord = (shape: number): void => {
    if (shape < 0) {
      const length = numbers.rawLengths.next()
      out.put(bytes.raw, raw, raw + length)
      raw += length
      return
    }
    const first = shapes.holes[shape]!
    const count = shapes.holes[shape + 1]! - first
    let at = shapes.starts[shape]!
    for (let i = 0; i < count; i++) {
      const hole = shapes.holeAt[first + i]!
      out.put(bytes.shapes, at, hole)
      at = hole + 1
      const code = values.codes[values.at[shape]! + i]!
      const text = code === 0 ? texts.spellNext() : before[first + i]! + unzigzag(code - 1)
      before[first + i] = text
      out.put(texts.bytes, texts.starts[text]!, texts.ends[text]!)
    }
    values.at[shape]! += count
    out.put(bytes.shapes, at, shapes.starts[shape + 1]!)
  }
  return records.map((count) => {
    for (let i = 0; i < count; i++) putRecord(shapeOf[value++]!)
    return out.take()
  })
}

/** Where shapes begin, the last of them ends, and their holes are; `holes` has the first hole of each, and how many there are in all. */
function shapesOf(bytes: Uint8Array, lengths: NumberReader) {
  const starts = [0]
  const holes = [0]
  const holeAt: number[] = []
  for (let at = 0; at < bytes.length;) {
    const end = at + lengths.next()
    for (; at < end; at++) if (bytes[at] === HOLE) holeAt.push(at)
    starts.push(end)
    holes.push(holeAt.length)
  }
  return { starts, holes, holeAt }
}

/** The codes of all values, by shape and then by record; they are written by shape and then by hole. `at` is where those of a shape begin. */
function valuesOf(shapeOf: Int32Array, { holes }: ReturnType<typeof shapesOf>, numbers: NumberReader) {
  const counts = new Int32Array(holes.length - 1)
  for (const shape of shapeOf) if (shape >= 0) counts[shape]!++
  const at = new Int32Array(counts.length)
  let length = 0
  for (let shape = 0; shape < counts.length; shape++) {
    at[shape] = length
    length += counts[shape]! * (holes[shape + 1]! - holes[shape]!)
  }
  const codes = new Int32Array(length)
  for (let shape = 0; shape < counts.length; shape++) {
    const width = holes[shape + 1]! - holes[shape]!
    for (let hole = 0; hole < width; hole++)
      for (let record = 0; record < counts[shape]!; record++)
        codes[at[shape]! + record * width + hole] = numbers.next()
  }
  return { codes, at }
}

/** Bytes that come in many small parts, as few large ones. */
class Output {
  #pieces: Uint8Array<ArrayBuffer>[] = []
  #piece = new Uint8Array(PIECE)
  #length = 0

  put(from: Uint8Array, start: number, end: number): void {
    let length = end - start
    if (this.#length + length > PIECE) {
      this.#close()
      if (length > PIECE) {
        this.#pieces.push(from.slice(start, end) as Uint8Array<ArrayBuffer>)
        return
      }
    }
    const piece = this.#piece
    let at = this.#length
    this.#length = at + length
    if (length > 64) piece.set(from.subarray(start, end), at)
    else for (let i = start; length > 0; length--) piece[at++] = from[i++]!
  }

  take(): Uint8Array<ArrayBuffer>[] {
    this.#close()
    const pieces = this.#pieces
    this.#pieces = []
    return pieces
  }

  #close(): void {
    if (this.#length === 0) return
    this.#pieces.push(this.#piece.subarray(0, this.#length))
    this.#piece = new Uint8Array(PIECE)
    this.#length = 0
  }
}
