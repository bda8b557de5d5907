import { Batch } from './batch.ts'
import { RangeReader } from './range-reader.ts'
import { readBatch } from './read-batch.ts'
import type { OpenFile, Source } from './source.ts'
import { splitLines, type Lines } from './split-lines.ts'

/** Bytes that are read into one batch. Large enough that a batch costs little, small enough that what it holds stays near the processor. */
export const BATCH_SIZE = 1 << 20

/** Reads a source into batches, in their order. Each is to be used before the next is asked for: it is the same one, filled anew. */
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
  for (let start = 0; start < file.size; start += BATCH_SIZE)
    yield* reader.lines(file, start, Math.min(start + BATCH_SIZE, file.size))
}
