import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { quote, summaryLine } from '@lineagraph/core'
import { planCheck } from '@lineagraph/core/node'
import { EXIT, type ExitCode } from '../input/exit-code.ts'
import { findTargets } from '../input/find-targets.ts'
import { withProgress } from '../input/progress.ts'
import { runName } from '../input/run-name.ts'
import { readOptions, runPaths, type RunOptions } from '../input/run-paths.ts'
import { UsageError } from '../input/usage-error.ts'
import { writeOut } from '../input/write-out.ts'
import { openBrowser } from '../serve/open-browser.ts'
import { parseJudgeOptions, type JudgeOptions } from './check-options.ts'
import { mustDeclare, nothingIn } from './must-declare.ts'
import { planBase } from './plan-base.ts'
import { tellIncomplete } from './tell-incomplete.ts'
import { writeReport } from './write-report.ts'

/** The options of `report`, as commander gives them. */
export interface ReportOptions extends JudgeOptions, RunOptions {
  readonly output: string
  readonly title?: string
  /** The run to compare with. */
  readonly base?: string
  readonly open?: boolean
}

/** `lineagraph report`: writes a run as one HTML file. Findings are in it, and are no failure. */
export async function reportCommand(paths: readonly string[], options: ReportOptions): Promise<ExitCode> {
  const { output, title } = options
  if (output === '') throw new UsageError('-o names no file', 'write -o report.html')
  if (title?.trim() === '') throw new UsageError('--title is empty', 'write --title TEXT, or leave it out')
  const how = { ...parseJudgeOptions(options), ...readOptions(options) }
  const run = runPaths(paths, options)
  const outputs = findTargets([{ format: 'html' as const, file: output }])
  const [{ target }] = outputs as [(typeof outputs)[number]]
  if (options.open && target.kind !== 'whole')
    throw new UsageError(`--open opens a file, and '${output}' is none`, 'write -o report.html')
  if (options.base === '')
    throw new UsageError('--base names no run', 'write --base PATH, or --base REVISION:PATH')
  const planned = planCheck(run, how)
  const base = options.base === undefined ? undefined : await planBase(options.base, run, how)

  const report = await withProgress((hooks) => planned.check(hooks))
  const shown = {
    title: title ?? runName(run),
    planned,
    ...(base && { base: { name: base.name, planned: base.plan() } }),
  }
  await writeReport(report, outputs, { quiet: false, stats: false, color: false }, shown)
  if (target.kind === 'whole') await writeOut([`${quote(output)}: ${summaryLine(report.summary)}\n`])
  if (options.open) openBrowser(pathToFileURL(resolve(output)).href)
  mustDeclare(report, nothingIn(run))
  tellIncomplete(report)
  return EXIT.ok
}
