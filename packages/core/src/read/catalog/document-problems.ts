import { encodingFaultOf } from '../encoding-fault.ts'
import { digestOf } from '../hash.ts'
import type { CatalogFault } from '../problem.ts'
import { faultOf } from '../scan-json.ts'
import type { Source } from '../source.ts'
import type { CatalogFile, CatalogPlace } from './catalog-file.ts'
import { placeInValue, type PlaceInValue } from './place-in-value.ts'
import type { DocumentPiece } from './split-document.ts'

/** A piece of some kind. */
type Piece<Kind extends DocumentPiece['kind']> = Extract<DocumentPiece, { kind: Kind }>

/** The longest beginning of a line that is read again to find a column, in bytes. */
const LONGEST_LEAD = 1 << 20
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Says of a JSON document what is wrong with it, and on which line and in which column of the file that is. */
export class DocumentProblems {
  readonly #file: CatalogFile
  readonly #source: Source

  constructor(file: CatalogFile, source: Source) {
    this.#file = file
    this.#source = source
  }

  /** The whole is JSON, and no catalog. */
  unknown(fields: readonly string[]): void {
    const fault: CatalogFault = { reason: 'unknown-document', fields }
    this.#file.report(
      { line: 1, offset: 0 },
      { kind: 'catalog-fault', fault, digest: digestOf(fields.join()) },
    )
  }

  /** The document stops being JSON between its values. */
  broken({ expected, found, at, place }: Piece<'fault'>): void {
    const column = this.#columnOf(place.offset, at)
    const digest = digestOf(expected + found)
    this.#file.report(place, { ...INVALID, expected, found, at: column, byte: at, digest })
  }

  /** The document is not at its end. */
  cut({ at, place }: Piece<'cut'>): void {
    const column = this.#columnOf(place.offset, at)
    this.#file.report(place, { kind: 'truncated', at: column, digest: digestOf('a document that is cut') })
  }

  tooLong(piece: Piece<'too-long'>): void {
    this.entry(piece, { reason: 'too-long' }, piece.path.join())
  }

  /** A value names no table as it should. @param text to tell it from others that are wrong. */
  entry({ place, path }: Piece<'value' | 'too-long'>, fault: CatalogFault, text: string): void {
    const entry = path.join('.')
    this.#file.report(place, { kind: 'catalog-fault', fault, entry, digest: digestOf(text) })
  }

  /** A value is not JSON: on the line where that is, which may be further down than where the value begins. */
  invalid(piece: Piece<'value'>, text: string): void {
    const { at, expected, found } = faultOf(text)!
    const inValue = placeInValue(text, piece.bytes, at)
    this.#file.report(lineOf(piece, inValue), {
      ...INVALID,
      at: this.#columnIn(piece, inValue),
      byte: piece.at + inValue.byte,
      expected,
      found: at < text.length ? found : 'the end of the value',
      digest: digestOf(text),
    })
  }

  /** Looks for bytes in a value that are not UTF-8. */
  encoding(piece: Piece<'value'>, text: string): void {
    const fault = encodingFaultOf(piece.bytes, text, piece.at)
    if (fault === undefined) return
    const inValue = placeInValue(text, piece.bytes, fault.at)
    const at = this.#columnIn(piece, inValue)
    this.#file.report(lineOf(piece, inValue), {
      kind: 'invalid-encoding',
      ...fault,
      at,
      digest: digestOf(text),
    })
  }

  #columnIn({ place, at }: Piece<'value'>, inValue: PlaceInValue): number {
    return inValue.lines === 0 ? this.#columnOf(place.offset, at) + inValue.at : inValue.at
  }

  /** How many UTF-16 units stand before a byte of a line; 0 where it is far into a line, as in a document without line ends. */
  #columnOf(lineOffset: number, at: number): number {
    if (at - lineOffset > LONGEST_LEAD) return 0
    const bytes = this.#source.slice(lineOffset, at)
    return bytes === undefined ? 0 : decoder.decode(bytes).replace(/^\ufeff/, '').length
  }
}

const INVALID = { kind: 'invalid-json', python: undefined } as const

const lineOf = ({ place, at }: Piece<'value'>, { lines, lineByte }: PlaceInValue): CatalogPlace =>
  lines === 0 ? place : { line: place.line + lines, offset: at + lineByte }
