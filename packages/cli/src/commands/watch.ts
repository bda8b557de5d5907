import { prepareCheck, type CheckOptions as HowToCheck } from '@lineagraph/core/node'
import type { ExitCode } from '../input/exit-code.ts'
import { findRuns } from '../input/find-runs.ts'
import { findTargets } from '../input/find-targets.ts'
import { readOptions, runPaths, type RunOptions } from '../input/run-paths.ts'
import { isLiveTerminal } from '../input/terminal.ts'
import { checkCommand } from './check.ts'
import { parseCheckOptions, type CheckOptions } from './check-options.ts'
import { checkAndTell, keepChecking, mustBeWatchable, statusText } from './keep-checking.ts'

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
  mustBeWatchable([...(options.each ? [] : run), ...beside], '--watch')
  return keepChecking({
    followed: () => [...(options.each ? foldersOf(options.each) : run), ...beside],
    written,
    async check(isFirst) {
      const clear = screenClearer()
      await checkAndTell(() => checkCommand(paths, options, clear), isFirst, clear)
      beside = besideByNow(run, how) ?? beside
      process.stderr.write(statusText('watching', options.each ?? run))
    },
  })
}

/** Clears the screen of a terminal, the first time that it is called. */
function screenClearer(): () => void {
  let isClear = false
  return () => {
    if (!isClear && isLiveTerminal(process.stdout)) process.stdout.write(CLEAR)
    isClear = true
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
