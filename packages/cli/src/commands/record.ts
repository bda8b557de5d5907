import type { Source } from '@lineagraph/core'
import {
  checkPrepared,
  planPrepared,
  findRunAndWorkspace,
  prepareCheck,
  type PreparedCheck,
} from '@lineagraph/core/node'
import { explainError } from '../input/explain-error.ts'
import { besideOf } from '../input/find-targets.ts'
import { withProgress } from '../input/progress.ts'
import { runName } from '../input/run-name.ts'
import { readOptions, type RunOptions } from '../input/run-paths.ts'
import { UsageError } from '../input/usage-error.ts'
import { passOut } from '../input/write-out.ts'
import { makeFolder } from '../record/make-folder.ts'
import { tellOtherFiles } from '../record/other-files.ts'
import { PythonShim } from '../record/python-shim.ts'
import { recordRun, type Recorded } from '../record/record-run.ts'
import { tellFacts } from '../record/tell-facts.ts'
import { tellUnseen } from '../record/tell-unseen.ts'
import { UnreadLines } from '../record/unread-lines.ts'
import { parseCheckOptions, type CheckOptions, type CheckRequest } from './check-options.ts'
import { findOutputs, pathsIn } from './find-outputs.ts'
import { mustDeclare } from './must-declare.ts'
import { exitCodeOf, hasPage, writeReport, type ReportOutput } from './write-report.ts'

/** The options of `record`, as commander gives them. */
export interface RecordOptions extends CheckOptions, Pick<RunOptions, 'workspace' | 'threads'> {
  readonly out: string
  /** false with --no-shim. */
  readonly shim: boolean
}

/** `lineagraph record`: runs an integration, keeps what it declares, checks that. Ends with the integration's exit code, if it is not 0. */
export async function recordCommand(words: readonly string[], options: RecordOptions): Promise<number> {
  const request = parseCheckOptions(options)
  const out = outFolder(options)
  // What is wrong with a configuration, a baseline or a catalog is said before the integration runs.
  const prepared = prepareCheck([out], {
    ...request.how,
    ...readOptions(options),
  })
  findRunAndWorkspace([], prepared.load.workspace)
  const unmakeFolder = makeFolder(out)
  try {
    const { targets, reports } = findOutputs(out, request.formats)
    const unread = new UnreadLines(besideOf(targets['resources.jsonl'].path))
    const shim = options.shim ? new PythonShim() : undefined
    try {
      const recorded = await recordRun(words, out, targets, unread, shim?.environment())
      tellEnding(recorded, out)
      const others = recorded.kept.length > 0 ? tellOtherFiles(recorded.folder) : undefined
      if (others !== undefined) say(others)
      if (shim) tellSeen(shim, words)
      // An empty file beside a full one is ours, and no mistake of the integration.
      const run = [...recorded.kept.map((name) => pathsIn(recorded.folder)[name]), ...unread.sources()]
      return await judge({ run, prepared, title: runName([recorded.folder]) }, reports, request, recorded)
    } finally {
      shim?.remove()
      unread.close()
    }
  } finally {
    unmakeFolder()
  }
}

function outFolder({ out }: RecordOptions): string {
  if (out === '' || out === '--')
    throw new UsageError('--out names no folder', 'write --out FOLDER -- COMMAND')
  return out
}

const say = (text: string): void => void process.stderr.write(`lineagraph: ${text}\n`)

/** Says what was seen of an integration in Python, or that nothing could be. */
function tellSeen(shim: PythonShim, words: readonly string[]): void {
  const facts = shim.facts()
  const unseen = facts === undefined ? tellUnseen(words) : undefined
  if (unseen !== undefined) say(unseen)
  process.stderr.write(tellFacts(facts ?? []))
}

/** Says of a run that is not whole that it is not; on a terminal also where a whole one is. */
function tellEnding({ ending, kept, folder }: Recorded, out: string): void {
  const isKept = kept.length > 0
  if (ending.exitCode === 0) {
    if (isKept && process.stderr.isTTY) say(`the run is kept in '${out}'`)
    return
  }
  const how =
    ending.kind === 'signal' ? `was ended by ${ending.signal}` : `ended with exit code ${ending.exitCode}`
  say(
    isKept
      ? `the integration ${how}: the run is incomplete; what was declared until then is kept in '${folder}'${folder === out ? '' : `, and '${out}' holds the last whole run, as it was`}`
      : `the integration ${how} before it declared anything: nothing is kept, '${out}' is as it was`,
  )
}

/** Checks what was kept, and says by which code to end: the integration's own goes before ours. */
async function judge(
  {
    run,
    prepared,
    title,
  }: {
    readonly run: readonly (string | Source)[]
    readonly prepared: PreparedCheck
    readonly title: string
  },
  reports: readonly ReportOutput[],
  request: CheckRequest,
  { ending, isAtLineStart }: Recorded,
): Promise<number> {
  try {
    const planned = hasPage(reports) ? planPrepared(run, prepared) : undefined
    const report = await withProgress((hooks) =>
      planned ? planned.check(hooks) : checkPrepared(run, prepared, hooks),
    )
    if (!isAtLineStart && reports.some(({ target }) => target.kind === 'standard output')) await passOut('\n')
    await writeReport(report, reports, request, planned && { title, planned })
    if (ending.exitCode !== 0) return ending.exitCode
    mustDeclare(report, NOTHING)
    return exitCodeOf(report, request)
  } catch (error) {
    if (ending.exitCode === 0) throw error
    process.stderr.write(explainError(error).text)
    return ending.exitCode
  }
}

const NOTHING = {
  what: 'nothing was checked: the integration declared nothing',
  help: 'look whether extract() calls declare_resource, and whether the integration is started with .start()',
}
