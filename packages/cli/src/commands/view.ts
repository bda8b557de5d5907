import { fileURLToPath } from 'node:url'
import { findSources, planCheck, STANDARD_INPUT } from '@lineagraph/core/node'
import { viewHandler } from '@lineagraph/viz/server'
import type { ExitCode } from '../input/exit-code.ts'
import { parsePort } from '../input/parse-options.ts'
import { runName } from '../input/run-name.ts'
import { readOptions, runPaths, type RunOptions } from '../input/run-paths.ts'
import { UsageError } from '../input/usage-error.ts'
import { isLiveTerminal } from '../input/terminal.ts'
import { writeOut } from '../input/write-out.ts'
import { listen } from '../serve/listen.ts'
import { openBrowser } from '../serve/open-browser.ts'
import { checkCommand } from './check.ts'
import { parseJudgeOptions, type JudgeOptions } from './check-options.ts'
import { planBase } from './plan-base.ts'
import { checkAndTell, keepChecking, mustBeWatchable, statusText } from './keep-checking.ts'

/** The options of `view`, as commander gives them. */
export interface ViewOptions extends JudgeOptions, RunOptions {
  readonly port?: string
  /** The run to compare with. */
  readonly base?: string
  /** False with --no-open. */
  readonly open: boolean
  readonly color: boolean
}

/** The built page lies beside the bundle. */
const PAGE = fileURLToPath(new URL('page', import.meta.url))

/** `lineagraph view`: serves the page on a run and prints what is found, both again whenever its files change, until it is told to end. */
export async function viewCommand(paths: readonly string[], options: ViewOptions): Promise<ExitCode> {
  const port = options.port === undefined ? undefined : parsePort(options.port)
  const how = { ...parseJudgeOptions(options), ...readOptions(options) }
  const run = runPaths(paths, options)
  const plan = () => planCheck(run, how)
  if (options.base === '')
    throw new UsageError('--base names no run', 'write --base PATH, or --base REVISION:PATH')
  if (options.base === STANDARD_INPUT)
    throw new UsageError('--base - would have to be read again for each page', 'write it into a file first')
  const base = options.base === undefined ? undefined : await planBase(options.base, run, how)
  const pathsByNow = (): readonly string[] =>
    [...plan().paths, ...(base?.paths ?? [])].filter((path) => path !== STANDARD_INPUT)
  let followed = pathsByNow() // what is wrong with these ends it, now and not later
  mustBeWatchable(followed, 'view')
  if (run.includes(STANDARD_INPUT)) await keepStandardInput()

  const view = viewHandler(PAGE, { name: runName(run), plan, ...(base && { base }) })
  const server = await listen(view.handle, port)
  try {
    return await keepChecking({
      followed: () => followed,
      async check(isFirst) {
        if (!isFirst) view.changed()
        else if (options.open && isLiveTerminal(process.stdout)) openBrowser(server.address)
        await checkAndTell(() => checkCommand(paths, options), isFirst)
        followed = followedByNow(pathsByNow) ?? followed
        process.stderr.write(statusText('showing', run))
        await writeOut([`lineagraph is at ${server.address}\n`])
      },
    })
  } finally {
    view.close()
    await server.close()
  }
}

/** Reads it to its end: it is read again for each page. */
async function keepStandardInput(): Promise<void> {
  for (const source of findSources([STANDARD_INPUT])) for await (const _ of source.chunks()) continue
}

/** What is to be followed; undefined where that cannot be told, as while the config file is being written. */
function followedByNow(pathsByNow: () => readonly string[]): readonly string[] | undefined {
  try {
    return pathsByNow()
  } catch {
    return undefined // the check says what is wrong
  }
}
