import type { UploadFile } from '@lineagraph/core'
import type { WholeTarget } from '../input/find-targets.ts'
import { passOut } from '../input/write-out.ts'
import { hearRun } from './hear-run.ts'
import { RunFiles } from './run-files.ts'
import { startChild, type Ending } from './start-child.ts'
import type { UnreadLines } from './unread-lines.ts'

/** A run that has ended. */
export interface Recorded {
  readonly ending: Ending
  /** The files that hold what it declared; none where it declared nothing, and then none was touched. */
  readonly kept: readonly UploadFile[]
  /** Of standard output: nothing stands on its last line. */
  readonly isAtLineStart: boolean
}

/** Runs the integration, and keeps what it declares. Where that fails, the integration is asked to end. */
export async function recordRun(
  words: readonly string[],
  targets: Readonly<Record<UploadFile, WholeTarget>>,
  unread: UnreadLines,
  environment: NodeJS.ProcessEnv = {},
): Promise<Recorded> {
  const files = new RunFiles(targets)
  try {
    const child = await startChild(words, environment)
    try {
      const heard = await hearRun(child.prints, { files, unread, passOn: passOut })
      const ending = await child.ended
      const kept = files.filled
      if (kept.length > 0) files.keep()
      return { ending, kept, ...heard }
    } catch (error) {
      child.stop()
      await child.ended
      throw error
    } finally {
      child.release()
    }
  } finally {
    files.discard()
  }
}
