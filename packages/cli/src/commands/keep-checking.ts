import { statSync } from 'node:fs'
import { STANDARD_INPUT } from '@lineagraph/core/node'
import { EXIT, type ExitCode } from '../input/exit-code.ts'
import { explainError } from '../input/explain-error.ts'
import { UsageError } from '../input/usage-error.ts'
import { followPaths } from '../watch/follow-paths.ts'
import { onQuit } from '../watch/on-quit.ts'
import { Rechecks } from '../watch/rechecks.ts'

/** What is checked again and again. */
export interface Watched {
  /** The folders and files that it depends on, by now. */
  readonly followed: () => readonly string[]
  /** Files that the command itself writes. */
  readonly written?: readonly string[]
  readonly check: (isFirst: boolean) => Promise<void>
}

/** Checks, and again whenever files change, until it is told to end. */
export async function keepChecking({ followed, written = [], check }: Watched): Promise<ExitCode> {
  let isFirst = true
  let changed = (): void => {} // until the first check, which sees it anyway
  const follower = followPaths(followed, () => changed(), written)
  await follower.ready
  const rechecks = new Rechecks(async () => {
    const wasFirst = isFirst
    isFirst = false
    await check(wasFirst)
  }, timers)
  changed = () => rechecks.changed()
  const release = onQuit(() => rechecks.stop())
  try {
    await rechecks.ended
  } finally {
    release()
    await follower.close()
  }
  if (rechecks.isChecking) process.exit(EXIT.ok) // it would first read the run to its end
  return EXIT.ok
}

/**
 * Does a check. What is wrong with a file or a folder may have been mended by the next one, so it is only said.
 * @param beforeSaying called where the check threw, before that is said.
 */
export async function checkAndTell(
  check: () => Promise<unknown>,
  isFirst: boolean,
  beforeSaying: () => void = () => {},
): Promise<void> {
  try {
    await check()
  } catch (error) {
    const { text, exitCode } = explainError(error)
    if (exitCode === EXIT.fault || (isFirst && exitCode === EXIT.usage)) throw error
    beforeSaying()
    process.stderr.write(text)
  }
}

/** Throws UsageError where a path cannot be read a second time. @param what it is that follows them. */
export function mustBeWatchable(paths: readonly string[], what: string): void {
  for (const path of paths) {
    const found = path === STANDARD_INPUT ? undefined : statSync(path, { throwIfNoEntry: false })
    if (path === STANDARD_INPUT || (found && !found.isFile() && !found.isDirectory()))
      throw new UsageError(
        path === STANDARD_INPUT
          ? `${what} cannot watch standard input`
          : `${what} cannot watch '${path}', a pipe or a device`,
        'give a folder or files; lineagraph record keeps what an integration prints as files',
      )
  }
}

/** What is followed, when it was checked last, and how to end it. */
export const statusText = (doing: string, run: readonly string[]): string =>
  `\n${doing} ${run.join(', ')}; checked at ${new Date().toTimeString().slice(0, 8)}; ${process.stdin.isTTY ? 'q or Ctrl-C ends it' : 'Ctrl-C ends it'}\n`

const timers = {
  after: (milliseconds: number, act: () => void) => {
    const timer = setTimeout(act, milliseconds)
    return () => clearTimeout(timer)
  },
}
