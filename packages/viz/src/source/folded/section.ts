import { NumberReader, NumberWriter, PLANES, ByteWriter } from './number-planes.ts'

/**
 * A folded run: its files in a form in which every text stands once, so that it compresses to a part of what its lines compress to. They
 * come back byte for byte, whatever they are.
 *
 * A record is a line with its end, or a part of one. Records of one **shape** differ only in their values (the strings and the runs of
 * digits; keys belong to the shape). A value is the number of a **text**; texts are numbered as they come, from 1 on, the empty one is 0. A
 * new text is spelled: as a known text, a joint (`.`, `/`, `:` or `|`) and a leaf, which becomes a text of its own before it; or in
 * **words** with **gaps** between them, which are numbered in the same way. What has no usual form is held as it is.
 *
 * A run is folded in sections, each of which stands for itself: so folding it takes no more memory than a section does.
 */
export const NUMBERS = [
  /** How many files it goes through, and by file how many records of it are in this section. */
  'records',
  /** By record: 0 for a raw one, else 1 + its shape. */
  'shapeOf',
  /** By shape: how many bytes of `shapes`. */
  'shapeLengths',
  /** By shape, then value by value of a record, then by record: 0 for a new text, else 1 + the zigzag of how far its number is from the one before. */
  'values',
  /** By new text: 0 for one without a joint, else 1 + the zigzag of how far the number of the text before the joint is from the last such one. */
  'heads',
  /** By new text with a joint: 0 for a leaf that is spelled, else the number of the text that it is. */
  'leaves',
  /** By word of what is spelled: 0 for a new one, else its number. */
  'words',
  /** Twice the number of the gap behind each word, the empty one being 1 and 0 a new one; and 1 more behind the last word. */
  'gaps',
  'wordLengths',
  'gapLengths',
  /** By raw record. */
  'rawLengths',
] as const

export const BYTES = [
  /** The shapes, one after the other, with HOLE where the values were. */
  'shapes',
  'joints',
  'letters',
  'gapLetters',
  'raw',
] as const

/** Stands for a value in a shape. A record that holds it itself is raw. */
export const HOLE = 0

type NumberName = (typeof NUMBERS)[number]
type ByteName = (typeof BYTES)[number]

/** What a section is written into. */
export interface SectionWriter {
  readonly numbers: Readonly<Record<NumberName, NumberWriter>>
  readonly bytes: Readonly<Record<ByteName, ByteWriter>>
}

export const sectionWriter = (): SectionWriter => ({
  numbers: byName(NUMBERS, () => new NumberWriter()),
  bytes: byName(BYTES, () => new ByteWriter()),
})

/** The streams of a section one after the other, behind the lengths of all. */
export function bytesOfSection({ numbers, bytes }: SectionWriter): Uint8Array<ArrayBuffer> {
  const streams = [
    ...NUMBERS.flatMap((name) => numbers[name].planes),
    ...BYTES.map((name) => bytes[name]),
  ].map(({ written }) => written)
  const all = new Uint8Array(streams.reduce((sum, { length }) => sum + length, 4 * streams.length))
  const lengths = new DataView(all.buffer)
  let at = 4 * streams.length
  for (const [i, stream] of streams.entries()) {
    lengths.setUint32(4 * i, stream.length, true)
    all.set(stream, at)
    at += stream.length
  }
  return all
}

/** What a section is read from. */
export interface SectionReader {
  readonly numbers: Readonly<Record<NumberName, NumberReader>>
  readonly bytes: Readonly<Record<ByteName, Uint8Array>>
}

export function sectionReader(all: Uint8Array): SectionReader {
  const lengths = new DataView(all.buffer, all.byteOffset, all.byteLength)
  let i = 0
  let at = 4 * (NUMBERS.length * PLANES + BYTES.length)
  const next = (): Uint8Array => {
    const length = lengths.getUint32(4 * i++, true)
    at += length
    return all.subarray(at - length, at)
  }
  return {
    numbers: byName(NUMBERS, () => new NumberReader(Array.from({ length: PLANES }, next))),
    bytes: byName(BYTES, next),
  }
}

const byName = <Name extends string, Value>(names: readonly Name[], make: () => Value): Record<Name, Value> =>
  Object.fromEntries(names.map((name) => [name, make()])) as Record<Name, Value>
