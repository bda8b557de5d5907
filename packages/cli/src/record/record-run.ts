import type { UploadFile } from '@lineagraph/core'
import { clearIncomplete, incompleteFolder, markIncomplete } from '@lineagraph/core/node'
import type { WholeTarget } from '../input/find-targets.ts'
import { writing } from '../input/write-error.ts'
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
  /** Where they are: another folder than it was meant for, where it broke off and a whole run stands there. */
  readonly folder: string
  /** Of standard output: nothing stands on its last line. */
  readonly isAtLineStart: boolean
}

/**
 * Runs the integration, and keeps what it declares. Where that fails, the integration is asked to end.
 * @param out the folder of the files.
 */
export async function recordRun(
  words: readonly string[],
  out: string,
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
      const folder = kept.length === 0 ? out : keep(files, out, ending.exitCode === 0)
      return { ending, kept, folder, ...heard }
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

/** @returns the folder that the files are in now. */
function keep(files: RunFiles, out: string, isWhole: boolean): string {
  if (isWhole) {
    files.keep()
    writing(`'${out}'`, () => clearIncomplete(out))
    return out
  }
  const folder = incompleteFolder(out)
  writing(`'${folder}'`, () => markIncomplete(folder))
  if (folder === out) files.keep()
  else files.keepIn(folder)
  return folder
}
