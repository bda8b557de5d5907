import { compareBytes } from './compare-bytes.ts'
import { readBatch } from './read-batch.ts'
import { isLineageFile } from './run-file.ts'
import { Run } from './run.ts'
import type { Source } from './source.ts'
import { splitLines } from './split-lines.ts'

/** Bytes that are read into one batch. Large enough that a batch costs little, small enough that little is held at once. */
const BATCH_SIZE = 1 << 22

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
  readonly onProgress?: (progress: ReadProgress) => void
}

/**
 * Reads the files of one run. They are taken in the order of their names' bytes, whatever the order in which they are given:
 * of an id that is declared twice the first declaration stands.
 * @returns all that was declared, and what could not be read. Rejects only where a source does.
 */
export async function readRun(sources: readonly Source[], options: ReadOptions = {}): Promise<Run> {
  const run = new Run()
  for (const source of [...sources].sort((a, b) => compareBytes(a.name, b.name))) {
    run.addFile(source, source.name === options.lineage || isLineageFile(source.name))
    for await (const lines of splitLines(source.chunks(), BATCH_SIZE)) {
      run.addBatch(readBatch(lines, source.printed ?? false))
      options.onProgress?.({
        file: source.name,
        bytes: lines.offset + lines.bytes.length,
        size: source.size,
        lines: run.files.at(-1)!.lineCount,
        resources: run.resources.length,
        lineage: run.lineage.length,
      })
    }
  }
  return run
}
