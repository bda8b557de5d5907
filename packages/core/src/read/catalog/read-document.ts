import { isJsonObject } from '../../model/declaration.ts'
import { describe } from '../describe.ts'
import type { Source } from '../source.ts'
import type { CatalogFile } from './catalog-file.ts'
import { DBT_FIELDS, dbtRelation } from './dbt-relation.ts'
import { DocumentProblems } from './document-problems.ts'
import { addTable, readEntry } from './read-entry.ts'
import { DocumentSplitter, type DocumentPiece } from './split-document.ts'

/** Fields that are kept of a document that is no catalog: enough to see what it is. */
const FIELDS = 12
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * Reads a catalog that is one JSON document: dbt's manifest.json or catalog.json, or a list of what else would be lines. The document is
 * never held as a whole.
 * @param source to find the columns of faults in.
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
    if (reader.isBroken) return
  }
  for (const piece of splitter.end()) reader.read(piece)
  if (!reader.isBroken) reader.end()
}

class DocumentReader {
  /** The document has stopped being JSON, or has stopped. */
  isBroken = false
  readonly #file: CatalogFile
  readonly #problems: DocumentProblems
  readonly #fields: string[] = []
  #isCatalog = false

  constructor(file: CatalogFile, source: Source) {
    this.#file = file
    this.#problems = new DocumentProblems(file, source)
  }

  read(piece: DocumentPiece): void {
    switch (piece.kind) {
      case 'opened':
        if (piece.field !== undefined) this.#name(piece.field)
        if (piece.field === undefined ? piece.list : DBT_FIELDS.has(piece.field) && !piece.list)
          this.#isCatalog = true
        break
      case 'value':
        this.#readValue(piece)
        break
      case 'too-long':
        this.#problems.tooLong(piece)
        break
      case 'cut':
        this.isBroken = true
        this.#problems.cut(piece)
        break
      case 'fault':
        this.isBroken = true
        this.#problems.broken(piece)
    }
  }

  /** After the last piece of a document that is whole. */
  end(): void {
    if (!this.#isCatalog) this.#problems.unknown(this.#fields)
  }

  #name(field: string): void {
    if (this.#fields.length < FIELDS) this.#fields.push(field)
  }

  #readValue(piece: ValuePiece): void {
    const [field, name] = piece.path
    const text = decoder.decode(piece.bytes)
    let json: unknown
    try {
      json = JSON.parse(text)
    } catch {
      this.#problems.invalid(piece, text)
      return
    }
    if (typeof field === 'number') {
      this.#problems.encoding(piece, text)
      readEntry(this.#file, json, text, piece.place, `[${field}]`)
    } else if (name === undefined) {
      this.#name(field!)
    } else if (typeof name === 'string' && DBT_FIELDS.has(field)) {
      this.#problems.encoding(piece, text)
      this.#readNode(piece, json, text)
    }
  }

  #readNode(piece: ValuePiece, json: unknown, text: string): void {
    if (!isJsonObject(json)) {
      this.#problems.entry(piece, { reason: 'no-table', what: describe(json), fields: [] }, text)
      return
    }
    const relation = dbtRelation(json)
    if (relation === undefined) {
      this.#file.declarationCount++
      return
    }
    for (const fault of relation.faults) this.#problems.entry(piece, fault, text)
    if (relation.isNameless)
      this.#problems.entry(piece, { reason: 'no-table', what: 'a relation without a name', fields: [] }, text)
    addTable(this.#file, relation)
  }
}

type ValuePiece = Extract<DocumentPiece, { kind: 'value' }>
