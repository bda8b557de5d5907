import { isAbsolute, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const FRAME = /^\s*at (?:.*\()?((?:file:\/\/)?[^()]+?):(\d+):(\d+)\)?$/

/** The frames of whoever called `callee`, as V8 writes them; mapped to the author's own source where Node was told to. */
export function framesAbove(callee: (...given: never[]) => unknown): string {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = Math.max(limit || 0, 10)
  const holder: { stack?: string } = {}
  Error.captureStackTrace(holder, callee)
  const frames = (holder.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  Error.stackTraceLimit = limit
  return frames.join('\n')
}

/** `file:line:column` of the first frame that is in a file; undefined where there is none. */
export function placeOf(frames: string): string | undefined {
  for (const frame of frames.split('\n')) {
    const [, file, line, column] = FRAME.exec(frame) ?? []
    if (file !== undefined && !/^(node:|native|<anonymous>)/.test(file))
      return `${shortened(file)}:${line}:${column}`
  }
  return undefined
}

/** From the current folder, where it is below. */
function shortened(file: string): string {
  const path = file.startsWith('file://') ? fileURLToPath(file) : file
  const below = relative(process.cwd(), path)
  return below !== '' && !below.startsWith('..') && !isAbsolute(below) ? below : path
}
