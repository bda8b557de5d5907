import type { Worker } from 'node:worker_threads'
import type { BatchParts } from '../read/batch.ts'
import { READY, type ReadTask, type TaskAnswer } from './read-task.ts'

/** Tasks that a worker has at once: while it is at one, the next ones are there. */
const TASKS_OF_WORKER = 3

interface Member {
  readonly worker: Worker
  isReady: boolean
  /** How many tasks it has. */
  tasks: number
}

/** What was read for a task; undefined where its file could not be read. */
type Answer = readonly BatchParts[] | undefined

/** Workers that read. They start when enough is to be read that this is worth it, and until they are ready nothing is sent to them. */
export class ReadCrew {
  readonly #size: number
  readonly #worth: number
  #members: Member[] = []
  #started = 0
  #expected = 0
  #numbers = 0
  readonly #answers = new Map<number, Answer>()
  #failure: { readonly error: unknown } | undefined
  #wake = (): void => {}

  /** @param size how many workers. @param worth from how many bytes on they start. */
  constructor(size: number, worth: number) {
    this.#size = size
    this.#worth = worth
  }

  /** Says that so many bytes more are to be read. */
  expect(bytes: number): void {
    this.#expected += bytes
    if (this.#expected < this.#worth) return
    while (this.#started < this.#size) this.#start()
  }

  /**
   * Gives a task to the worker that has the fewest.
   * @returns the number of the task; undefined where no worker takes one more.
   */
  send(task: ReadTask): number | undefined {
    let idlest: Member | undefined
    for (const member of this.#members)
      if (member.isReady && member.tasks < (idlest?.tasks ?? TASKS_OF_WORKER)) idlest = member
    if (idlest === undefined) return undefined
    idlest.tasks++
    const number = this.#numbers++
    if (task.kind === 'range') {
      idlest.worker.postMessage({ number, task })
    } else {
      const bytes = new Uint8Array(task.lines.bytes) // a copy: they lie beside others, and `slice` of a Buffer is no copy
      idlest.worker.postMessage({ number, task: { ...task, lines: { ...task.lines, bytes } } }, [
        bytes.buffer,
      ])
    }
    return number
  }

  /** Takes in an answer that was found in this thread, and gives the number of its task. */
  keep(answer: Answer): number {
    this.#answers.set(this.#numbers, answer)
    return this.#numbers++
  }

  hasAnswered(number: number): boolean {
    if (this.#failure) throw this.#failure.error
    return this.#answers.has(number)
  }

  /** Waits for an answer. Rejects where a worker has failed: a fault of ours, or no memory. */
  async answered(number: number): Promise<void> {
    while (!this.hasAnswered(number))
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
  }

  /** Hands an answer out. */
  take(number: number): Answer {
    const answer = this.#answers.get(number)
    this.#answers.delete(number)
    return answer
  }

  /** Ends the workers, and does not wait for it. */
  close(): void {
    for (const { worker } of this.#members) void worker.terminate()
    this.#members = []
  }

  #start(): void {
    this.#started++
    const { Worker } = process.getBuiltinModule('node:worker_threads') // a small run has no need of it
    const worker = new Worker(new URL('./read-worker.js', import.meta.url), { execArgv: [] })
    const member: Member = { worker, isReady: false, tasks: 0 }
    this.#members.push(member)
    worker.on('message', (answer: TaskAnswer | typeof READY) => {
      if (answer === READY) {
        member.isReady = true
        return
      }
      member.tasks--
      this.#answers.set(answer.number, answer.parts)
      this.#wake()
    })
    worker.on('error', (error) => {
      this.#members = this.#members.filter((other) => other !== member)
      if (!member.isReady) return // it has never begun: then the others do its work
      this.#failure = { error }
      this.#wake()
    })
  }
}
