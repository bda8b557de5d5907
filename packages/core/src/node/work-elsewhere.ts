import type { MessagePort } from 'node:worker_threads'
import { NearestIndex } from '../graph/nearest.ts'
import type { Elsewhere, NearestTask } from '../read/elsewhere.ts'
import { RecentBlocks } from '../read/recent-blocks.ts'
import { bytesOfLine, type RunLines } from '../read/run-lines.ts'
import type { JsonPath } from '../read/scan-json.ts'
import { SharedSpans } from '../read/shared-spans.ts'
import type { FileStamp } from '../read/source.ts'
import { SpanAsker } from '../read/span-asker.ts'
import { spansInBytes } from '../read/spans-in-bytes.ts'
import { Strings, UNSET } from '../read/strings.ts'
import { sliceOfFile } from './file-source.ts'
import { startReader } from './read-crew.ts'

/** What a thread is started with: all that its work needs, and a port to the thread that waits. */
export type WorkElsewhere =
  | {
      readonly work: 'spans'
      readonly stamps: readonly (FileStamp | undefined)[]
      readonly buffer: SharedArrayBuffer
      /** Gives the paths that are looked for, in the order of their numbers. */
      readonly port: MessagePort
    }
  | {
      readonly work: 'nearest'
      readonly task: NearestTask
      readonly state: Int32Array
      /** Takes what was found. */
      readonly port: MessagePort
    }

/** Work waits for its thread, is being done there, or is over, well or badly. */
const WAITING = 0
const BEGUN = 1
const OVER = 2

/** As long, in milliseconds, as a thread that has begun is waited for. */
const PATIENCE = 60_000

/** Threads of Node, for a run that was read. None of them keeps the process. */
export const elsewhere = (lines: RunLines): Elsewhere => ({
  spans() {
    const shared = new SharedSpans()
    const stamps = lines.stamps()
    const own = start((port) => ({ work: 'spans', stamps, buffer: shared.buffer, port }))
    return new SpanAsker(shared, (paths) => own.postMessage(paths))
  },
  nearest(task) {
    const state = new Int32Array(new SharedArrayBuffer(4))
    const own = start((port) => ({ work: 'nearest', task, state, port }))
    return () => {
      if (Atomics.compareExchange(state, 0, WAITING, OVER) === WAITING) return undefined
      Atomics.wait(state, 0, BEGUN, PATIENCE)
      return messageOn(own) as ReadonlyMap<string, string> | undefined
    }
  },
})

/** Starts a thread, and gives the port to it. Where it fails nobody answers: who waits does the work himself. */
function start(workWith: (port: MessagePort) => WorkElsewhere): MessagePort {
  const { MessageChannel } = process.getBuiltinModule('node:worker_threads')
  const { port1: own, port2: port } = new MessageChannel()
  const worker = startReader(workWith(port), [port])
  worker.on('error', () => {})
  worker.unref()
  own.unref()
  return own
}

/** The next message that has come, without waiting for one. */
const messageOn = (port: MessagePort): unknown =>
  process.getBuiltinModule('node:worker_threads').receiveMessageOnPort(port)?.message

/** The other thread: does the work, and ends. */
export function doWork(given: WorkElsewhere): void {
  if (given.work === 'spans') findSpans(given)
  else findNearest(given)
  given.port.close()
}

function findSpans({ stamps, buffer, port }: Extract<WorkElsewhere, { work: 'spans' }>): void {
  const blocks = new RecentBlocks()
  const files = stamps.map((stamp) => stamp && { slice: sliceOfFile(stamp, blocks) })
  const known: (readonly JsonPath[])[] = []
  const pathsOf = (number: number): readonly JsonPath[] | undefined => {
    while (known.length <= number) known.push(messageOn(port) as readonly JsonPath[])
    return known[number]
  }
  new SharedSpans(buffer).answer((number, offset, pathsNumber) => {
    const file = files[number]
    const paths = pathsOf(pathsNumber)
    const bytes = file && bytesOfLine(file, offset)
    return bytes && paths && spansInBytes(bytes, paths)?.find((found) => found !== undefined)
  })
}

function findNearest({ task, state, port }: Extract<WorkElsewhere, { work: 'nearest' }>): void {
  if (Atomics.compareExchange(state, 0, WAITING, BEGUN) !== WAITING) return
  try {
    const { asked, known, effort } = task
    const strings = new Strings()
    strings.adopt(task.strings)
    const index = new NearestIndex({ length: known.length, at: (i) => strings.get(known.at(i) ?? UNSET) })
    port.postMessage(
      index.nearestOf(
        Array.from(asked, (text) => strings.get(text)),
        effort,
      ),
    )
  } finally {
    Atomics.store(state, 0, OVER)
    Atomics.notify(state, 0)
  }
}
