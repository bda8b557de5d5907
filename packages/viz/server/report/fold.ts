import { zigzag } from '../../src/source/folded/number-planes.ts'
import { bytesOfSection, sectionWriter } from '../../src/source/folded/section.ts'
import { cutLine, MOST_VALUES } from './cut-line.ts'
import { TextFolder } from './text-folder.ts'

/** Bytes of files after which a section ends: what it takes to fold one is a few times as much. */
const SECTION = 1 << 27
/** Longer lines are held as they are: a text is looked through for its beginnings, and a line for its values. Bytes. */
const LONGEST_LINE = 1 << 16
/** What has more shapes than this is no run; the other lines are held as they are. */
const MOST_SHAPES = 1 << 16

/** A file to fold: its bytes, and whether they are lines of text, in which things are said again and again. */
export interface Unfolded {
  readonly chunks: AsyncIterable<Uint8Array>
  readonly isText: boolean
}

/**
 * Folds the files of a run, see `section.ts`. What is declared should come before what speaks of it.
 * @returns sections, one after the other, each of which `unfold` unfolds by itself.
 */
export async function* fold(
  files: AsyncIterable<Unfolded> | Iterable<Unfolded>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let section = new SectionFolder()
  let file = 0
  for await (const { chunks, isText } of files) {
    let begun = ''
    for await (const chunk of chunks) {
      const text = begun + latin1(chunk)
      let at = 0
      if (isText)
        for (let end = text.indexOf('\n') + 1; end > 0; end = text.indexOf('\n', at) + 1) {
          section.add(file, text.slice(at, end))
          at = end
        }
      begun = text.slice(at)
      if (begun.length > LONGEST_LINE) {
        section.add(file, begun)
        begun = ''
      }
      if (section.size < SECTION) continue
      yield section.end()
      section = new SectionFolder()
    }
    if (begun !== '') section.add(file, begun)
    file++
  }
  yield section.end()
}

/** Bytes as the units of a text. */
const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

/** The values of the records of one shape. */
interface Shape {
  readonly number: number
  readonly width: number
  /** By record, then by value: twice the number of its text, and 1 more where the text is new. */
  readonly values: number[]
}

class SectionFolder {
  /** Bytes of the files in it. */
  size = 0
  readonly #writer = sectionWriter()
  readonly #texts = new TextFolder(this.#writer)
  readonly #shapes = new Map<string, Shape>()
  /** By file. */
  readonly #records: number[] = []

  /** Adds a record: a line of a file, or a part of one. */
  add(file: number, record: string): void {
    const { numbers, bytes } = this.#writer
    this.size += record.length
    while (this.#records.length <= file) this.#records.push(0)
    this.#records[file]!++
    const cut = record.length > LONGEST_LINE ? undefined : cutLine(record)
    const shape =
      cut && cut.values.length <= MOST_VALUES ? this.#shapeOf(cut.shape, cut.values.length) : undefined
    numbers.shapeOf.put(shape ? 1 + shape.number : 0)
    if (!cut || !shape) {
      numbers.rawLengths.put(record.length)
      bytes.raw.putText(record)
      return
    }
    for (const value of cut.values) {
      const known = this.#texts.numberOf(value)
      shape.values.push(known === undefined ? 2 * this.#texts.spell(value) + 1 : 2 * known)
    }
  }

  #shapeOf(text: string, width: number): Shape | undefined {
    let shape = this.#shapes.get(text)
    if (shape || this.#shapes.size === MOST_SHAPES) return shape
    const { numbers, bytes } = this.#writer
    numbers.shapeLengths.put(text.length)
    bytes.shapes.putText(text)
    shape = { number: this.#shapes.size, width, values: [] }
    this.#shapes.set(text, shape)
    return shape
  }

  end(): Uint8Array<ArrayBuffer> {
    const { numbers } = this.#writer
    numbers.records.put(this.#records.length)
    for (const count of this.#records) numbers.records.put(count)
    for (const { width, values } of this.#shapes.values())
      for (let hole = 0; hole < width; hole++)
        for (let i = hole, before = 0; i < values.length; i += width) {
          const text = values[i]! >> 1
          numbers.values.put(values[i]! % 2 === 1 ? 0 : 1 + zigzag(text - before))
          before = text
        }
    return bytesOfSection(this.#writer)
  }
}
