import { isJsonObject } from '../../model/declaration.ts'
import { describe } from '../describe.ts'
import { digestOf } from '../hash.ts'
import type { CatalogFault, LineProblem } from '../problem.ts'
import type { Source } from '../source.ts'
import type { CatalogFile } from './catalog-file.ts'
import { DBT_FIELDS, dbtRelation } from './dbt-relation.ts'
import { faultInValue } from './fault-in-value.ts'
import { addTable, readEntry } from './read-entry.ts'
import { DocumentSplitter, type DocumentPiece } from './split-document.ts'

/** Fields that are kept of a document that is no catalog: enough to see what it is. */
const FIELDS = 12
/** The longest beginning of a line that is read again to find the column of a fault, in bytes. */
const LONGEST_LEAD = 1 << 20
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * Reads a catalog that is one JSON document: dbt's manifest.json or catalog.json, or a list of what else would be lines. The document is
 * never held as a whole.
 * @param source to find the column of a fault in.
 */
export async function readDocument(
  file: CatalogFile,
  chunks: AsyncIterable<Uint8Array>,
  source: Source,
): Promise<void> {
  const splitter = new DocumentSplitter()
  const reader = new DocumentReader(file, source)
  for await (const chunk of chunks) {
    for (const piece of splitter.push(chunk)) reader.read(piece)
    file.lineCount = splitter.lineCount
    if (reader.broken) return
  }
  for (const piece of splitter.end()) reader.read(piece)
  if (!reader.broken) reader.end()
}

class DocumentReader {
  /** Whether the document has stopped being JSON. */
  broken = false
  readonly #file: CatalogFile
  readonly #source: Source
  readonly #fields: string[] = []
  #isCatalog = false
  #isFaulty = false

  constructor(file: CatalogFile, source: Source) {
    this.#file = file
    this.#source = source
  }

  read(piece: DocumentPiece): void {
    switch (piece.kind) {
      case 'opened':
        if (piece.field === undefined ? piece.list : DBT_FIELDS.has(piece.field) && !piece.list)
          this.#isCatalog = true
        if (piece.field !== undefined) this.#name(piece.field)
        break
      case 'value':
        this.#readValue(piece)
        break
      case 'too-long':
        this.#isFaulty = true
        this.#report(piece, { reason: 'too-long', what: 'value' }, piece.path.join('.'))
        break
      case 'fault': {
        this.broken = true
        const { expected, found, at, place } = piece
        const column = this.#columnOf(place.offset, at)
        this.#file.report(place, {
          ...INVALID,
          expected,
          found,
          at: column,
          byte: at,
          digest: digestOf(expected + found),
        })
      }
    }
  }

  /** After the last piece of a document that is JSON. Problems come in the order of lines, so this one, about the first, comes alone. */
  end(): void {
    if (this.#isCatalog || this.#isFaulty) return
    const fault: CatalogFault = { reason: 'unknown-document', fields: this.#fields }
    this.#file.report(
      { line: 1, offset: 0 },
      { kind: 'catalog-fault', fault, digest: digestOf(this.#fields.join()) },
    )
  }

  #name(field: string): void {
    if (this.#fields.length < FIELDS) this.#fields.push(field)
  }

  #readValue(piece: ValuePiece): void {
    const { path, bytes, place } = piece
    const text = decoder.decode(bytes)
    let json: unknown
    try {
      json = JSON.parse(text)
    } catch {
      this.#reportInvalid(piece, text)
      return
    }
    const [field, name] = path
    if (typeof field === 'number') {
      readEntry(this.#file, json, text, place, `[${field}]`)
    } else if (name === undefined) {
      this.#name(field!)
    } else if (typeof name === 'string' && DBT_FIELDS.has(field)) {
      this.#readNode(piece, json, text)
    }
  }

  #readNode(piece: ValuePiece, json: unknown, text: string): void {
    if (!isJsonObject(json)) {
      this.#report(piece, { reason: 'no-table', what: describe(json), fields: [] }, text)
      return
    }
    const relation = dbtRelation(json)
    if (relation === undefined) {
      this.#file.declarationCount++
      return
    }
    for (const fault of relation.faults) this.#report(piece, fault, text)
    addTable(this.#file, relation)
    if (relation.isNameless)
      this.#report(piece, { reason: 'no-table', what: 'a relation without a name', fields: [] }, text)
  }

  #report({ place, path }: ValuePiece | TooLongPiece, fault: CatalogFault, text: string): void {
    const entry = path.join('.')
    this.#file.report(place, { kind: 'catalog-fault', fault, entry, digest: digestOf(text) })
  }

  /** The fault of a value: on the line where it is, which may be one further down than where the value begins. */
  #reportInvalid({ bytes, place, at: start }: ValuePiece, text: string): void {
    this.#isFaulty = true
    const { lines, lineByte, at, byte, expected, found } = faultInValue(text, bytes)
    const onFirst = lines === 0
    this.#file.report(onFirst ? place : { line: place.line + lines, offset: start + lineByte }, {
      ...INVALID,
      at: onFirst ? this.#columnOf(place.offset, start) + at : at,
      byte: start + byte,
      expected,
      found,
      digest: digestOf(text),
    })
  }

  /** How many UTF-16 units stand before a byte of a line; 0 where it is far into a line, as in a document without line ends. */
  #columnOf(lineOffset: number, at: number): number {
    if (at - lineOffset > LONGEST_LEAD) return 0
    const bytes = this.#source.slice(lineOffset, at)
    return bytes === undefined ? 0 : decoder.decode(bytes).replace(/^\ufeff/, '').length
  }
}

type ValuePiece = Extract<DocumentPiece, { kind: 'value' }>
type TooLongPiece = Extract<DocumentPiece, { kind: 'too-long' }>

const INVALID = { kind: 'invalid-json', python: false } as const satisfies Partial<LineProblem>
