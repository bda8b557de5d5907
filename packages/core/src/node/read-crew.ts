import { Worker } from 'node:worker_threads'
import type { BatchParts } from '../read/batch.ts'
import { READY, type ReadTask, type TaskAnswer } from './read-task.ts'

/** Fewer bytes are read before a worker would have started. */
const WORTH_A_WORKER = 16 << 20
/** Tasks that a worker has at once: while it is at one, the next ones are there. */
const TASKS_OF_WORKER = 3

interface Member {
  readonly worker: Worker
  /** How many tasks it has; undefined until it is ready. */
  tasks: number | undefined
}

/** What was read for a task; undefined where its file could not be read. */
type Answer = readonly BatchParts[] | undefined

/** Workers that read. They start when enough is to be read that this is worth it, and until they are ready nothing is sent to them. */
export class ReadCrew {
  readonly #size: number
  #members: Member[] = []
  #expected = 0
  #numbers = 0
  readonly #answers = new Map<number, Answer>()
  #failure: { readonly error: unknown } | undefined
  #wake = (): void => {}

  constructor(size: number) {
    this.#size = size
  }

  /** Says that so many bytes more are to be read. */
  expect(bytes: number): void {
    const before = this.#expected
    this.#expected += bytes
    if (before < WORTH_A_WORKER && this.#expected >= WORTH_A_WORKER)
      for (let i = 0; i < this.#size; i++) this.#start()
  }

  /**
   * Gives a task to the worker that has the fewest. Lines that are sent are gone from here.
   * @returns the number of the task; undefined where no worker takes one more.
   */
  send(task: ReadTask): number | undefined {
    let idlest: Member | undefined
    for (const member of this.#members)
      if ((member.tasks ?? Infinity) < (idlest?.tasks ?? TASKS_OF_WORKER)) idlest = member
    if (idlest === undefined) return undefined
    idlest.tasks!++
    const number = this.#numbers++
    if (task.kind === 'range') {
      idlest.worker.postMessage({ number, task })
    } else {
      const bytes = task.lines.bytes.slice()
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

  async close(): Promise<void> {
    const members = this.#members
    this.#members = []
    await Promise.all(members.map(({ worker }) => worker.terminate()))
  }

  #start(): void {
    const worker = new Worker(new URL('./read-worker.js', import.meta.url), { execArgv: [] })
    const member: Member = { worker, tasks: undefined }
    this.#members.push(member)
    worker.on('message', (answer: TaskAnswer | typeof READY) => {
      if (answer === READY) {
        member.tasks = 0
        return
      }
      member.tasks!--
      this.#answers.set(answer.number, answer.parts)
      this.#wake()
    })
    worker.on('error', (error) => {
      this.#members = this.#members.filter((other) => other !== member)
      if (member.tasks === undefined) return // it has never begun: then the others do its work
      this.#failure = { error }
      this.#wake()
    })
  }
}
