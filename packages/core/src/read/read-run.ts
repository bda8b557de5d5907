import type { Batch } from './batch.ts'
import { compareBytes } from './compare-bytes.ts'
import { EXPORT_HEAD_BYTES, looksLikeExport, mayBeExport } from './looks-like-export.ts'
import { isGzip, peek } from './peek.ts'
import { BATCH_SIZE, readBatches, type ReadBatches } from './read-batches.ts'
import type { UploadReader } from './read-upload.ts'
import { isCsvFile, isLineageFile } from './run-file.ts'
import type { RunFile } from './run-lines.ts'
import { Run } from './run.ts'
import type { Source } from './source.ts'
import { splitLines } from './split-lines.ts'
import { TypeCounts, type TypeCount } from './type-counts.ts'

/** How far reading has come. */
export interface ReadProgress {
  /** The file: a name may be that of several. */
  readonly source: Source
  readonly file: string
  /** Of this file. */
  readonly bytes: number
  readonly size: number | undefined
  readonly lines: number
  /** Of the whole run, so far. */
  readonly resources: number
  readonly lineage: number
  /** The resources by type, as they came: of the first types, where there are very many. */
  readonly byType: readonly TypeCount[]
}

/** How a run is read. */
export interface ReadOptions {
  /** The name of the file that is meant for lineage alone, where it is not called so. */
  readonly lineage?: string
  /** Catalogs of what the workspace has already: lineage may mean their tables too. An empty list is a workspace with nothing in it. */
  readonly workspace?: readonly Source[]
  /** Called now and then with how far the reading has come. */
  readonly onProgress?: (progress: ReadProgress) => void
}

/**
 * Reads the files of one run. They are taken in the order of their names' bytes, whatever the order in which they are given:
 * of an id that is declared twice the first declaration stands.
 * @param read reads the lines of one file; in this thread, where nothing else is given.
 * @returns all that was declared, and what could not be read. Rejects only where a source does.
 * @example
 * ```ts
 * const text = '{"entity_type": "table", "databuilder_id": "orders"}\n'
 * const run = await readRun([bytesSource('run.jsonl', new TextEncoder().encode(text))])
 * ```
 */
export async function readRun(
  sources: readonly Source[],
  options: ReadOptions = {},
  read: ReadBatches = readBatches,
): Promise<Run> {
  const run = new Run()
  const types = new TypeCounts()
  let before: UploadReader | undefined
  // Most runs have no catalogs beside them, no upload and no export: what reads these is loaded where they are, and the page opens without it.
  const catalogs = options.workspace && new (await import('./catalog/read-catalog.ts')).CatalogReader(run)
  for (const { source, role } of inOrder(sources, options.workspace ?? [])) {
    const progress = (bytes: number, lines: number): void =>
      options.onProgress?.({
        source,
        file: source.name,
        bytes,
        size: source.size,
        lines,
        resources: run.resources.length,
        lineage: run.lineage.length,
        byType: types.list(run.strings),
      })
    if (role === 'catalog') {
      await catalogs!.read(source, progress)
      continue
    }
    run.addFile(source, source.name === options.lineage || isLineageFile(source.name))
    const upload = isCsvFile(source.name)
      ? new (await import('./read-upload.ts')).UploadReader(run.files.length - 1, before)
      : undefined
    let lastLine = 0
    const take = (batch: Batch): void => {
      const known = run.resources.length
      run.addBatch(batch)
      if (options.onProgress) types.add(run.resources.type.values.subarray(known))
      if (batch.lineCount > 0) lastLine = batch.lastLine
      progress(batch.end, run.files.at(-1)!.lineCount)
    }
    if (upload) {
      before = upload
      for await (const lines of splitLines(source.chunks(), BATCH_SIZE)) take(upload.take(lines))
      take(upload.end())
      if (upload.form) run.setForm(upload.form)
    } else {
      for await (const batch of await batchesOf(source, run, read)) take(batch)
    }
    for (const fault of source.faults?.() ?? []) run.addFault(fault, lastLine)
  }
  catalogs?.end()
  return run
}

/** Of the lines of a file; of what `lineagraph export -f json` wrote, of the declarations in it. */
async function batchesOf(source: Source, run: Run, read: ReadBatches): Promise<AsyncIterable<Batch>> {
  if (!mayBeExport(source.name)) return read(source)
  const start = source.slice(0, EXPORT_HEAD_BYTES)
  if (start && !isGzip(start) && !looksLikeExport(start)) return read(source)
  const { head, whole } = await peek(source.chunks(), EXPORT_HEAD_BYTES) // of a pipe, and of what is compressed
  if (looksLikeExport(head)) {
    run.setExport()
    const { readExport } = await import('./read-export.ts')
    return readExport(whole)
  }
  const { name, printed = false } = source
  return read({ name, printed, chunks: () => whole, slice: (from, to) => source.slice(from, to) })
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
