import { UsageError } from './usage-error.ts'

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** What a stream or a pipe says when its reader has gone away. */
const CLOSED = new Set(['EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED'])

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** Whether the reader of a pipe went away (`| head`): a reason to stop, not an error. */
export const isClosed = (error: unknown): boolean => CLOSED.has(codeOf(error))

/** The error for an output that the system refuses; what is not the system's word comes back as it is. */
export function writeError(output: string, error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error)) return error
  const code = codeOf(error)
  return new UsageError(
    `${output} cannot be written (${code})`,
    FULL.has(code)
      ? 'there is no room left: make some, or write elsewhere'
      : 'give a file that may be written, in a folder that exists and may be written',
  )
}

/** Does what touches an output, and says of the system's refusal which output it was. */
export function writing<T>(output: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw writeError(output, error)
  }
}
