import { Catalog } from '../catalog.ts'
import { peek } from '../peek.ts'
import { isLineageFile } from '../run-file.ts'
import type { Run } from '../run.ts'
import type { Source } from '../source.ts'
import { catalogForm } from './catalog-form.ts'
import { CatalogFile } from './catalog-file.ts'
import { DeclaredTables } from './declared-tables.ts'
import { readCsv } from './read-csv.ts'
import { readDocument } from './read-document.ts'
import { readLines } from './read-lines.ts'

/** Bytes by which the form of a file is told. */
const HEAD = 1 << 16
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Reads the catalogs beside a run into its `catalog`, file by file. */
export class CatalogReader {
  readonly #run: Run
  readonly #catalog = new Catalog()
  readonly #declared = new DeclaredTables(this.#catalog)

  constructor(run: Run) {
    this.#run = run
    run.catalog = this.#catalog
  }

  /**
   * Reads one file: a run of another integration, lines of JSON, a document of dbt's, or CSV. What is wrong with it is a problem of the run.
   * @param onBytes is told how many bytes have been read, and how many lines.
   */
  async read(source: Source, onBytes: (bytes: number, lines: number) => void): Promise<void> {
    this.#run.addFile(source, isLineageFile(source.name), 'catalog')
    const file = new CatalogFile(this.#run, this.#catalog, this.#declared)
    const { head, whole } = await peek(source.chunks(), HEAD)
    let lastLine = 0
    const chunks = counted(whole, (bytes, lastEnd) => {
      if (lastEnd !== undefined) lastLine = lastEnd
      onBytes(bytes, file.lineCount)
    })
    const form = catalogForm(decoder.decode(head), head.length < HEAD)
    if (form === 'lines') await readLines(file, chunks, source.printed ?? false)
    else if (form === 'document') await readDocument(file, chunks, source)
    else await readCsv(file, chunks)
    file.close()
    for (const fault of source.faults?.() ?? []) this.#run.addFault(fault, lastLine)
  }

  /** After the last file: gives the columns that other runs declare to their tables. */
  end(): void {
    this.#declared.settle()
  }
}

/**
 * The same chunks. Says of each that it has been taken when the next one is asked for.
 * @param onBytes is told how many bytes that makes, and the byte behind the last line end before the last byte of this chunk.
 */
async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number, lastEnd: number | undefined) => void,
): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of chunks) {
    yield chunk
    const lastEnd = chunk.length < 2 ? -1 : chunk.lastIndexOf(LF, chunk.length - 2)
    bytes += chunk.length
    onBytes(bytes, lastEnd < 0 ? undefined : bytes - chunk.length + lastEnd + 1)
  }
}

const LF = 10
