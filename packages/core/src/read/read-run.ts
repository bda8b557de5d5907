import type { Batch } from './batch.ts'
import { compareBytes } from './compare-bytes.ts'
import { BATCH_SIZE, readBatches, type ReadBatches } from './read-batches.ts'
import { UploadReader } from './read-upload.ts'
import { isCsvFile, isLineageFile } from './run-file.ts'
import type { RunFile } from './run-lines.ts'
import { Run } from './run.ts'
import type { Source } from './source.ts'
import { splitLines } from './split-lines.ts'
import { UploadTables } from './upload-tables.ts'

/** How far reading has come. */
export interface ReadProgress {
  readonly file: string
  /** Of this file. */
  readonly bytes: number
  readonly size: number | undefined
  readonly lines: number
  /** Of the whole run, so far. */
  readonly resources: number
  readonly lineage: number
}

export interface ReadOptions {
  /** The name of the file that is meant for lineage alone, where it is not called so. */
  readonly lineage?: string
  /** Catalogs of what the workspace has already: lineage may mean their tables too. An empty list is a workspace with nothing in it. */
  readonly workspace?: readonly Source[]
  readonly onProgress?: (progress: ReadProgress) => void
}

/**
 * Reads the files of one run. They are taken in the order of their names' bytes, whatever the order in which they are given:
 * of an id that is declared twice the first declaration stands.
 * @param read reads the lines of one file; in this thread, where nothing else is given.
 * @returns all that was declared, and what could not be read. Rejects only where a source does.
 */
export async function readRun(
  sources: readonly Source[],
  options: ReadOptions = {},
  read: ReadBatches = readBatches,
): Promise<Run> {
  const run = new Run()
  const tables = new UploadTables()
  // Most runs have none beside them, and the page loads what it needs.
  const catalogs = options.workspace && new (await import('./catalog/read-catalog.ts')).CatalogReader(run)
  for (const { source, role } of inOrder(sources, options.workspace ?? [])) {
    const progress = (bytes: number, lines: number): void =>
      options.onProgress?.({
        file: source.name,
        bytes,
        size: source.size,
        lines,
        resources: run.resources.length,
        lineage: run.lineage.length,
      })
    if (role === 'catalog') {
      await catalogs!.read(source, progress)
      continue
    }
    run.addFile(source, source.name === options.lineage || isLineageFile(source.name))
    const upload = isCsvFile(source.name) ? new UploadReader(run.files.length - 1, tables) : undefined
    let lastLine = 0
    const take = (batch: Batch): void => {
      run.addBatch(batch)
      if (batch.lineCount > 0) lastLine = batch.lastLine
      progress(batch.end, run.files.at(-1)!.lineCount)
    }
    if (upload) {
      for await (const lines of splitLines(source.chunks(), BATCH_SIZE)) take(upload.take(lines))
      take(upload.end())
      if (upload.form) run.setForm(upload.form)
    } else {
      for await (const batch of read(source)) take(batch)
    }
    for (const fault of source.faults?.() ?? []) run.addFault(fault, lastLine)
  }
  catalogs?.end()
  return run
}

/** Files of the run and catalogs in one order, so that findings come in it too; of one name the file of the run is first. */
function inOrder(
  sources: readonly Source[],
  workspace: readonly Source[],
): { readonly source: Source; readonly role: RunFile['role'] }[] {
  const all = [
    ...sources.map((source) => ({ source, role: 'run' as const })),
    ...workspace.map((source) => ({ source, role: 'catalog' as const })),
  ]
  return all.sort((a, b) => compareBytes(a.source.name, b.source.name))
}
