import { statSync } from 'node:fs'
import { prepareCheck, STANDARD_INPUT, type CheckOptions as HowToCheck } from '@lineagraph/core/node'
import { EXIT, type ExitCode } from '../input/exit-code.ts'
import { explainError } from '../input/explain-error.ts'
import { findRuns } from '../input/find-runs.ts'
import { findTargets } from '../input/find-targets.ts'
import { readOptions, runPaths, type RunOptions } from '../input/run-paths.ts'
import { isLiveTerminal } from '../input/terminal.ts'
import { UsageError } from '../input/usage-error.ts'
import { followPaths } from '../watch/follow-paths.ts'
import { onQuit } from '../watch/on-quit.ts'
import { Rechecks } from '../watch/rechecks.ts'
import { checkCommand } from './check.ts'
import { parseCheckOptions, type CheckOptions } from './check-options.ts'

/** With the lines that have been scrolled away: findings of before are no findings. */
const CLEAR = '\u001b[H\u001b[2J\u001b[3J'

/** `lineagraph check --watch`: checks a run, and again whenever its files change, until it is told to end. */
export async function watchCommand(
  paths: readonly string[],
  options: CheckOptions & RunOptions,
): Promise<ExitCode> {
  const request = parseCheckOptions(options)
  const run = runPaths(paths, options)
  const { workspace } = readOptions(options)
  const written = findTargets(request.formats).flatMap(({ target }) =>
    target.kind === 'whole' ? [target.path] : [],
  )
  const how = { ...request.how, workspace }
  let beside = pathsBeside(run, how) // what is wrong with these ends it, now and not later
  mustBeWatchable([...(options.each ? [] : run), ...beside])
  let isFirst = true
  const check = async (): Promise<void> => {
    await checkAndTell(paths, options, isFirst)
    isFirst = false
    beside = besideByNow(run, how) ?? beside
    process.stderr.write(statusText(options.each ?? run, new Date(), process.stdin.isTTY))
  }
  const followed = (): readonly string[] => [...(options.each ? foldersOf(options.each) : run), ...beside]
  let changed = (): void => {} // until the first check, which sees it anyway
  const follower = followPaths(followed, () => changed(), written)
  await follower.ready
  const rechecks = new Rechecks(check, timers)
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

/** One check on a screen that is clear. What is wrong with a file or a folder may have been mended by the next one, so it is only said. */
async function checkAndTell(
  paths: readonly string[],
  options: CheckOptions & RunOptions,
  isFirst: boolean,
): Promise<void> {
  let isClear = false
  const clear = (): void => {
    if (!isClear && isLiveTerminal(process.stdout)) process.stdout.write(CLEAR)
    isClear = true
  }
  try {
    await checkCommand(paths, options, clear)
  } catch (error) {
    const { text, exitCode } = explainError(error)
    if (exitCode === EXIT.fault || (isFirst && exitCode === EXIT.usage)) throw error
    clear()
    process.stderr.write(text)
  }
}

/** The files beside the run that its findings depend on. */
function pathsBeside(run: readonly string[], how: HowToCheck): readonly string[] {
  const { configFile, baselineFile, load } = prepareCheck(run, how)
  return [configFile, baselineFile].filter((file) => file !== undefined).concat(load.workspace)
}

/** The same; undefined where they cannot be told, as while the config file is being written. */
function besideByNow(run: readonly string[], how: HowToCheck): readonly string[] | undefined {
  try {
    return pathsBeside(run, how)
  } catch {
    return undefined // the check says what is wrong
  }
}

/** The folders that patterns mean by now. */
function foldersOf(patterns: readonly string[]): readonly string[] {
  try {
    return findRuns(patterns)
  } catch {
    return [] // none yet, which the check says
  }
}

function mustBeWatchable(run: readonly string[]): void {
  for (const path of run) {
    const found = path === STANDARD_INPUT ? undefined : statSync(path, { throwIfNoEntry: false })
    if (path === STANDARD_INPUT || (found && !found.isFile() && !found.isDirectory()))
      throw new UsageError(
        path === STANDARD_INPUT
          ? '--watch cannot watch standard input'
          : `--watch cannot watch '${path}', a pipe or a device`,
        'give a folder or files; lineagraph record keeps what an integration prints as files',
      )
  }
}

/** What is watched, when it was checked last, and how to end it. */
const statusText = (run: readonly string[], time: Date, hasKeys: boolean): string =>
  `\nwatching ${run.join(', ')}; checked at ${time.toTimeString().slice(0, 8)}; ${hasKeys ? 'q or Ctrl-C ends it' : 'Ctrl-C ends it'}\n`

const timers = {
  after: (milliseconds: number, act: () => void) => {
    const timer = setTimeout(act, milliseconds)
    return () => clearTimeout(timer)
  },
}
