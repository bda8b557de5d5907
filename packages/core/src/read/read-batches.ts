import { Batch } from './batch.ts'
import { RangeReader } from './range-reader.ts'
import { readBatch } from './read-batch.ts'
import type { OpenFile, Source } from './source.ts'
import { splitLines, type Lines } from './split-lines.ts'

/** Bytes that are read into one batch. Large enough that a batch costs little, small enough that what it holds stays near the processor. */
export const BATCH_SIZE = 1 << 20

/** Reads a source into batches, in their order. Each is to be used before the next is asked for: it may be the same one, filled anew. */
export type ReadBatches = (source: Source) => AsyncIterable<Batch>

/** Reads a source in this thread. */
export async function* readBatches(source: Source): AsyncGenerator<Batch> {
  const batch = new Batch()
  const printed = source.printed ?? false
  const file = source.open?.()
  try {
    for await (const lines of file ? linesOf(file) : splitLines(source.chunks(), BATCH_SIZE))
      yield readBatch(lines, printed, batch)
  } finally {
    file?.close()
  }
}

function* linesOf(file: OpenFile): Generator<Lines> {
  const reader = new RangeReader()
  for (const { start, end } of rangesOf(file)) yield* reader.lines(file, start, end)
}

/** The ranges of a file, a piece each. */
export function* rangesOf(
  { size }: OpenFile,
  piece = BATCH_SIZE,
): Generator<{ readonly start: number; readonly end: number }> {
  for (let start = 0; start < size; start += piece) yield { start, end: Math.min(start + piece, size) }
}
