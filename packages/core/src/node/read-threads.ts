import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { Batch } from '../read/batch.ts'
import { rangesOf, BATCH_SIZE } from '../read/read-batches.ts'
import { isCsvFile } from '../read/run-file.ts'
import type { OpenFile, Source } from '../read/source.ts'
import { splitLines } from '../read/split-lines.ts'
import { MOST_THREADS } from './most-threads.ts'
import { ReadCrew } from './read-crew.ts'
import { partsOfTask, readTask, type ReadTask } from './read-task.ts'

/** Beyond it the thread that merges is what the others wait for. */
const WORTHWHILE = 4
/**
 * As many bytes as are worth a worker: fewer are read before it would have started. What a thread runs is compiled beside it, for each
 * anew: of two processors that takes up the other one until some hundred megabytes are read.
 */
const WORTH_A_WORKER = availableParallelism() > 2 ? 16 << 20 : 128 << 20
/** Tasks that have been given out and not been merged yet. */
const MOST_TASKS = 24

/** How many threads read a run, where nobody says it. */
export const threadsHere = (): number => Math.min(WORTHWHILE, availableParallelism())

interface GivenTask {
  readonly number: number
  readonly task: ReadTask
}

/**
 * Reads sources in several threads: this one, which also merges, and workers beside it. What is read comes in the order of the source,
 * whichever thread has read it.
 */
export class ReadThreads {
  readonly #crew: ReadCrew
  /** What this thread reads into, and what holds the parts that come from elsewhere. */
  readonly #own = new Batch()
  readonly #given = new Batch()

  readonly #piece: number

  /**
   * @param threads this one among them.
   * @param worth from how many bytes on the others start. @param piece bytes that are read into one batch.
   */
  constructor(threads: number, worth = WORTH_A_WORKER, piece = BATCH_SIZE) {
    this.#crew = new ReadCrew(Math.min(MOST_THREADS, threads) - 1, worth)
    this.#piece = piece
  }

  /** Says which sources are going to be read. Rows of CSV are read without the others. */
  expect(sources: readonly Source[]): void {
    for (const { name, size = 0 } of sources) if (!isCsvFile(name)) this.#crew.expect(size)
  }

  /** Reads a source into batches. Each is to be used before the next is asked for. Rejects with PathError. */
  async *readBatches(source: Source): AsyncGenerator<Batch> {
    const file = source.open?.()
    try {
      yield* this.#read(file ? tasksOf(file, source, this.#piece) : tasksOfStream(source, this.#piece))
    } finally {
      file?.close()
    }
  }

  /** Ends the workers, and does not wait for it. */
  close(): void {
    this.#crew.close()
  }

  async *#read(tasks: Iterable<ReadTask> | AsyncIterable<ReadTask>): AsyncGenerator<Batch> {
    const crew = this.#crew
    /** Given out and not merged yet, in their order. */
    const pending: GivenTask[] = []
    for await (const task of tasks) {
      if (task.kind === 'lines') crew.expect(task.lines.bytes.length)
      await setImmediate() // lets answers in
      const number = crew.send(task)
      if (number === undefined && pending.length === 0) {
        yield* readTask(task, this.#own)
      } else {
        pending.push({ number: number ?? crew.keep(partsOfTask(task, this.#own)), task })
      }
      yield* this.#answered(pending)
      for (let [first] = pending; first && pending.length >= MOST_TASKS; [first] = pending) {
        await crew.answered(first.number)
        yield* this.#answered(pending)
      }
    }
    for (const next of pending) {
      await crew.answered(next.number)
      yield* this.#take(next)
    }
  }

  /** What has come of the tasks that are first. */
  *#answered(pending: GivenTask[]): Generator<Batch> {
    for (let [first] = pending; first && this.#crew.hasAnswered(first.number); [first] = pending) {
      pending.shift()
      yield* this.#take(first)
    }
  }

  *#take({ number, task }: GivenTask): Generator<Batch> {
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

function* tasksOf(file: OpenFile, { printed = false }: Source, piece: number): Generator<ReadTask> {
  const { path, handle, size } = file
  for (const range of rangesOf(file, piece)) yield { kind: 'range', path, handle, size, ...range, printed }
}

async function* tasksOfStream(source: Source, piece: number): AsyncGenerator<ReadTask> {
  const printed = source.printed ?? false
  for await (const lines of splitLines(source.chunks(), piece)) yield { kind: 'lines', lines, printed }
}
