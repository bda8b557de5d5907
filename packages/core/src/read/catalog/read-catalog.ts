import { Catalog } from '../catalog.ts'
import { isLineageFile } from '../run-file.ts'
import type { Run } from '../run.ts'
import type { Source } from '../source.ts'
import { catalogForm } from './catalog-form.ts'
import { CatalogFile } from './catalog-file.ts'
import { DeclaredTables } from './declared-tables.ts'
import { peek } from './peek.ts'
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
    const { head, whole, chunks } = await peek(source.chunks(), HEAD)
    const told = counted(chunks, (bytes) => onBytes(bytes, file.lineCount))
    const form = catalogForm(decoder.decode(head), whole)
    if (form === 'lines') await readLines(file, told, source.printed ?? false)
    else if (form === 'document') await readDocument(file, told, source)
    else await readCsv(file, told)
    this.#run.closeCatalog(file)
  }

  /** After the last file: gives the columns that other runs declare to their tables. */
  end(): void {
    this.#declared.settle()
  }
}

/** The same chunks. Says of each that it has been taken when the next one is asked for. */
async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of chunks) {
    yield chunk
    bytes += chunk.length
    onBytes(bytes)
  }
}
