import type { CatalogPlace } from './catalog-file.ts'
import { Capture, isScalar } from './capture-value.ts'

/** What a JSON document is made of, as far down as it is taken apart; `line` and `offset` of a place are those of its line. */
export type DocumentPiece =
  /** The document, or a field of it, opens an object or a list: its values follow. */
  | { readonly kind: 'opened'; readonly field: string | undefined; readonly list: boolean }
  /**
   * A value: of a field of the document (`[field]`), of a field in that (`[field, name]`, `[field, index]`), or an item of a document that
   * is a list (`[index]`).
   */
  | (DocumentPlace & {
      readonly kind: 'value'
      readonly path: readonly (string | number)[]
      readonly bytes: Uint8Array
    })
  | (DocumentPlace & { readonly kind: 'too-long'; readonly path: readonly (string | number)[] })
  /** Here the bytes end, and the document does not. */
  | (DocumentPlace & { readonly kind: 'cut' })
  /** Here the document stops being JSON: nothing follows. */
  | (DocumentPlace & { readonly kind: 'fault'; readonly expected: string; readonly found: string })

export interface DocumentPlace {
  readonly place: CatalogPlace
  /** The byte of the file. */
  readonly at: number
}

interface Level {
  readonly list: boolean
  /** The field or the index that comes next. */
  key: string | number
}

type Expecting =
  | 'document'
  | 'value'
  | 'value or end'
  | 'key'
  | 'key or end'
  | 'colon'
  | 'comma or end'
  | 'nothing'

const [LF, QUOTE, COMMA, COLON] = [0x0a, 0x22, 0x2c, 0x3a]
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d]
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * Takes a JSON document apart while it comes, byte by byte: the document may be far larger than a text can be, its values are not.
 * Linear, and not recursive. What is inside a value is not looked at but for where it ends; whoever parses it finds its faults.
 */
export class DocumentSplitter {
  /** Lines that have begun. */
  lineCount = 0
  #expecting: Expecting = 'document'
  readonly #levels: Level[] = []
  /** Bytes of all chunks before this one. */
  #before = 0
  #lineOffset = 0
  #capture: Capture<DocumentPlace> | undefined
  #stopped = false

  #newLine(i: number): void {
    this.lineCount++
    this.#lineOffset = this.#before + i + 1
  }

  /** The pieces that are whole with this chunk. */
  *push(chunk: Uint8Array): Generator<DocumentPiece> {
    if (this.lineCount === 0 && chunk.length > 0) this.lineCount = 1
    let i = 0
    while (i < chunk.length && !this.#stopped) {
      if (this.#capture !== undefined) {
        i = this.#capture.read(chunk, i, (at) => this.#newLine(at))
        if (!this.#capture.done) break
        const piece = this.#captured(this.#capture)
        this.#capture = undefined
        if (piece) yield piece
      } else {
        const byte = chunk[i]!
        if (byte === LF) this.#newLine(i)
        if (!isBlank(byte) && !this.#isByteOrderMark(byte, i)) {
          const step = this.#step(byte, i)
          if (step === 'capture') continue // the byte is the first that it reads
          if (step !== undefined) yield step
        }
        i++
      }
    }
    this.#before += chunk.length
  }

  /** The last piece: where the document is not at its end, that it is cut. */
  *end(): Generator<DocumentPiece> {
    if (!this.#stopped && this.#expecting !== 'nothing') yield { kind: 'cut', ...this.#placeOf(0) }
  }

  #isByteOrderMark(byte: number, i: number): boolean {
    return this.#before + i < BYTE_ORDER_MARK.length && BYTE_ORDER_MARK[this.#before + i] === byte
  }

  #placeOf(i: number): DocumentPlace {
    return { place: { line: this.lineCount, offset: this.#lineOffset }, at: this.#before + i }
  }

  #fault(expected: string, found: string, i: number): DocumentPiece {
    this.#stopped = true
    return { kind: 'fault', expected, found, ...this.#placeOf(i) }
  }

  /** One byte outside of values. Gives a piece, or says that a value or a name begins with it. */
  #step(byte: number, i: number): DocumentPiece | 'capture' | undefined {
    const level = this.#levels.at(-1)
    const closing = level?.list ? CLOSE_LIST : CLOSE_OBJECT
    switch (this.#expecting) {
      case 'document':
        if (byte !== OPEN_OBJECT && byte !== OPEN_LIST) break
        return this.#open(byte === OPEN_LIST, undefined)
      case 'key':
      case 'key or end':
        if (byte === closing && this.#expecting === 'key or end') return this.#close()
        if (byte !== QUOTE) break
        return this.#captureFrom(byte, i, true)
      case 'colon':
        if (byte !== COLON) break
        this.#expecting = 'value'
        return undefined
      case 'value':
      case 'value or end': {
        if (byte === closing && this.#expecting === 'value or end') return this.#close()
        const opens = byte === OPEN_OBJECT || byte === OPEN_LIST
        if (opens && this.#levels.length === 1 && !level!.list)
          return this.#open(byte === OPEN_LIST, String(level!.key))
        if (!opens && byte !== QUOTE && !isScalar(byte)) break
        return this.#captureFrom(byte, i, false)
      }
      case 'comma or end':
        if (byte === closing) return this.#close()
        if (byte !== COMMA) break
        if (level!.list) (level!.key as number)++
        this.#expecting = level!.list ? 'value' : 'key'
        return undefined
    }
    const expected =
      this.#expecting === 'comma or end' ? `',' or '${String.fromCharCode(closing)}'` : WORDS[this.#expecting]
    return this.#fault(expected, foundAs(byte), i)
  }

  #open(list: boolean, field: string | undefined): DocumentPiece {
    this.#levels.push({ list, key: list ? 0 : '' })
    this.#expecting = list ? 'value or end' : 'key or end'
    return { kind: 'opened', field, list }
  }

  #close(): undefined {
    this.#levels.pop()
    this.#expecting = this.#levels.length === 0 ? 'nothing' : 'comma or end'
  }

  #captureFrom(byte: number, i: number, isKey: boolean): 'capture' {
    this.#capture = new Capture(byte, isKey, this.#placeOf(i))
    return 'capture'
  }

  #captured({ isKey, bytes, start }: Capture<DocumentPlace>): DocumentPiece | undefined {
    const level = this.#levels.at(-1)!
    if (!isKey) {
      this.#expecting = 'comma or end'
      const path = this.#levels.map(({ key }) => key)
      return bytes ? { kind: 'value', path, bytes, ...start } : { kind: 'too-long', path, ...start }
    }
    this.#expecting = 'colon'
    try {
      level.key = JSON.parse(decoder.decode(bytes)) as string
    } catch {
      this.#stopped = true
      return { kind: 'fault', expected: 'a field name that is JSON', found: 'another text', ...start }
    }
    return undefined
  }
}

const WORDS: Readonly<Record<Expecting, string>> = {
  document: "'{' or '['",
  value: 'a value',
  'value or end': "a value or ']'",
  key: 'a field name in double quotes',
  'key or end': "a field name in double quotes or '}'",
  colon: "':'",
  'comma or end': "',' or the end of the object or list",
  nothing: 'nothing more',
}

const isBlank = (byte: number): boolean => byte === 0x20 || byte === LF || byte === 0x0d || byte === 0x09

const foundAs = (byte: number): string =>
  byte < 0x80 ? `'${String.fromCharCode(byte)}'` : 'a character beyond ASCII'
