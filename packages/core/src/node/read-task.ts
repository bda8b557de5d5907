import { partsOf, type Batch, type BatchParts } from '../read/batch.ts'
import { RangeReader } from '../read/range-reader.ts'
import { readBatch } from '../read/read-batch.ts'
import type { Lines } from '../read/split-lines.ts'
import { openedFile } from './file-source.ts'

/** A piece of a source, for whichever thread reads it: a range of a file that is open, or lines. */
export type ReadTask = { readonly printed: boolean } & (
  | {
      readonly kind: 'range'
      readonly path: string
      readonly handle: number
      readonly size: number
      readonly start: number
      readonly end: number
    }
  | { readonly kind: 'lines'; readonly lines: Lines }
)

/** What a thread is sent, and what it answers: `parts` is undefined where it could not read. */
export interface NumberedTask {
  readonly number: number
  readonly task: ReadTask
}
export interface TaskAnswer {
  readonly number: number
  readonly parts: readonly BatchParts[] | undefined
}

/** What a thread says first. */
export const READY = 'ready'

const ranges = new RangeReader()

/** Reads a piece: mostly one batch, each to be used before the next is asked for. */
export function* readTask(task: ReadTask, batch: Batch): Generator<Batch> {
  if (task.kind === 'lines') {
    yield readBatch(task.lines, task.printed, batch)
    return
  }
  const { path, handle, size, start, end, printed } = task
  for (const lines of ranges.lines(openedFile(path, handle, size), start, end))
    yield readBatch(lines, printed, batch)
}

/** The same, as parts that can be kept and sent. */
export const partsOfTask = (task: ReadTask, batch: Batch): BatchParts[] =>
  Array.from(readTask(task, batch), partsOf)
