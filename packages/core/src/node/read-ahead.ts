import type { MessagePort } from 'node:worker_threads'
import { RecentBlocks } from '../read/recent-blocks.ts'
import { bytesOfLine, type RunLines } from '../read/run-lines.ts'
import type { JsonPath } from '../read/scan-json.ts'
import { NO_SPAN, SharedSpans } from '../read/shared-spans.ts'
import type { FileStamp } from '../read/source.ts'
import { SpanAsker } from '../read/span-asker.ts'
import { spansInBytes } from '../read/spans-in-bytes.ts'
import { sliceOfFile } from './file-source.ts'
import { startReader } from './read-crew.ts'

/** What a thread needs to find values in lines: the files, what is asked, and what the numbers of paths stand for. */
export interface AheadData {
  readonly stamps: readonly (FileStamp | undefined)[]
  readonly buffer: SharedArrayBuffer
  readonly paths: MessagePort
}

/** Starts a thread that finds values in the lines of a run. */
export function readAhead(lines: RunLines): SpanAsker {
  const { MessageChannel } = process.getBuiltinModule('node:worker_threads')
  const shared = new SharedSpans()
  const { port1, port2 } = new MessageChannel()
  const data: AheadData = { stamps: lines.stamps(), buffer: shared.buffer, paths: port2 }
  const worker = startReader(data, [port2])
  worker.unref()
  port1.unref()
  worker.on('error', () => {}) // then nobody answers, and who asks finds it himself
  return new SpanAsker(shared, (_, paths) => port1.postMessage(paths))
}

/** The other thread: answers until nobody asks any more. */
export function answerSpans({ stamps, buffer, paths: port }: AheadData): void {
  const { receiveMessageOnPort } = process.getBuiltinModule('node:worker_threads')
  const blocks = new RecentBlocks()
  const files = stamps.map((stamp) => stamp && { slice: sliceOfFile(stamp, blocks) })
  /** By number. They come in the order of their numbers. */
  const known: (readonly JsonPath[])[] = []
  const pathsOf = (number: number): readonly JsonPath[] => {
    while (known.length <= number) known.push(receiveMessageOnPort(port)!.message as readonly JsonPath[])
    return known[number]!
  }
  new SharedSpans(buffer).answer((list, count) => {
    for (let i = 0; i < count; i++) {
      const file = files[list.files[i]!]
      const number = list.paths[i]!
      const bytes = file && number !== NO_SPAN ? bytesOfLine(file, list.offsets[i]!) : undefined
      const span = bytes && spansInBytes(bytes, pathsOf(number))?.find((found) => found !== undefined)
      list.starts[i] = span?.start ?? NO_SPAN
      list.ends[i] = span?.end ?? NO_SPAN
    }
  })
  port.close()
}
