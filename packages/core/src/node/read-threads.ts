import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { Batch } from '../read/batch.ts'
import { rangesOf, BATCH_SIZE } from '../read/read-batches.ts'
import type { OpenFile, Source } from '../read/source.ts'
import { splitLines } from '../read/split-lines.ts'
import { ReadCrew } from './read-crew.ts'
import { partsOfTask, readTask, type ReadTask } from './read-task.ts'

/** Beyond it the thread that merges is what the others wait for. */
const MOST_THREADS = 4
/** Tasks that have been given out and not been merged yet. */
const MOST_TASKS = 24

/** How many threads read a run, where nobody says it. */
export const threadsHere = (): number => Math.min(MOST_THREADS, availableParallelism())

/**
 * Reads sources in several threads: this one, which also merges, and workers beside it. What is read comes in the order of the source,
 * whichever thread has read it.
 */
export class ReadThreads {
  readonly #crew: ReadCrew
  /** What this thread reads into, and what holds the parts that come from elsewhere. */
  readonly #own = new Batch()
  readonly #given = new Batch()

  /** @param threads this one among them. */
  constructor(threads: number) {
    this.#crew = new ReadCrew(threads - 1)
  }

  /** Reads a source into batches. Each is to be used before the next is asked for. Rejects with PathError. */
  async *readBatches(source: Source): AsyncGenerator<Batch> {
    const file = source.open?.()
    try {
      if (file) this.#crew.expect(file.size)
      yield* this.#read(file ? tasksOf(file, source) : tasksOfStream(source))
    } finally {
      file?.close()
    }
  }

  /** Ends the workers. */
  close(): Promise<void> {
    return this.#crew.close()
  }

  async *#read(tasks: Iterable<ReadTask> | AsyncIterable<ReadTask>): AsyncGenerator<Batch> {
    const crew = this.#crew
    /** Given out and not merged yet, in their order. */
    const pending: { readonly number: number; readonly task: ReadTask }[] = []
    for await (const task of tasks) {
      if (task.kind === 'lines') crew.expect(task.lines.bytes.length)
      const number = crew.send(task)
      if (number === undefined && pending.length === 0) {
        yield* readTask(task, this.#own)
      } else {
        pending.push({ number: number ?? crew.keep(partsOfTask(task, this.#own)), task })
        await setImmediate() // lets answers in
      }
      do {
        if (pending.length >= MOST_TASKS) await crew.answered(pending[0]!.number)
        while (pending.length > 0 && crew.hasAnswered(pending[0]!.number)) yield* this.#take(pending.shift()!)
      } while (pending.length >= MOST_TASKS)
    }
    for (const next of pending) {
      await crew.answered(next.number)
      yield* this.#take(next)
    }
  }

  *#take({ number, task }: { readonly number: number; readonly task: ReadTask }): Generator<Batch> {
    const answer = this.#crew.take(number)
    if (answer === undefined) {
      yield* readTask(task, this.#own) // where it fails too, this says why
      return
    }
    for (const parts of answer) {
      this.#given.adopt(parts)
      yield this.#given
    }
  }
}

function* tasksOf(file: OpenFile, { printed = false }: Source): Generator<ReadTask> {
  const { path, handle, size } = file
  for (const range of rangesOf(file)) yield { kind: 'range', path, handle, size, ...range, printed }
}

async function* tasksOfStream(source: Source): AsyncGenerator<ReadTask> {
  const printed = source.printed ?? false
  for await (const lines of splitLines(source.chunks(), BATCH_SIZE)) yield { kind: 'lines', lines, printed }
}
