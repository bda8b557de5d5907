import type { MessagePort } from 'node:worker_threads'
import type { NearestFound, NearestTask } from '../read/nearest-task.ts'
import type { StringParts } from '../read/strings.ts'

/** What the other thread is started with. */
export interface NearestWork {
  readonly strings: StringParts
  readonly task: NearestTask
  readonly state: Int32Array
  /** Takes what was found. */
  readonly port: MessagePort
}

/** The work waits for its thread, is being done there, or is over, well or badly. */
export const WAITING = 0
export const BEGUN = 1
export const OVER = 2

/** As long, in milliseconds, as a thread that has begun is waited for. */
const PATIENCE = 60_000

/** As `FindNearestElsewhere` says, in a thread of Node, which does not keep the process and is given what it takes: no copy is made. */
export function findNearestElsewhere(
  strings: StringParts,
  task: NearestTask,
): () => NearestFound | undefined {
  const threads = process.getBuiltinModule('node:worker_threads') // most runs have no need of it
  const { port1: own, port2: port } = new threads.MessageChannel()
  const state = new Int32Array(new SharedArrayBuffer(4))
  const buffers = [...Object.values(strings), task.asked, task.known].map(
    ({ buffer }) => buffer as ArrayBuffer,
  )
  const worker = new threads.Worker(new URL('./nearest-worker.js', import.meta.url), {
    execArgv: [],
    workerData: { strings, task, state, port } satisfies NearestWork,
    transferList: [port, ...buffers],
  })
  worker.on('error', () => {}) // then nobody answers, and who waits does the work himself
  worker.unref()
  own.unref()
  return () => {
    if (Atomics.compareExchange(state, 0, WAITING, OVER) === WAITING) return undefined
    Atomics.wait(state, 0, BEGUN, PATIENCE)
    return threads.receiveMessageOnPort(own)?.message as NearestFound | undefined
  }
}
