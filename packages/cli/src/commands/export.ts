import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import {
  EXPORT_FORMATS,
  exportFiles,
  exportGraph,
  isRunFile,
  LEVELS,
  parseSelector,
  type ExportFormat,
  type ExportOptions as WhatToExport,
  type Report,
} from '@lineagraph/core'
import { checkRun } from '@lineagraph/core/node'
import { EXIT, type ExitCode } from '../input/exit-code.ts'
import { findTargets, type Target, type WholeTarget } from '../input/find-targets.ts'
import { parseOutput } from '../input/parse-options.ts'
import { withProgress } from '../input/progress.ts'
import { readOptions, runPaths, type RunOptions } from '../input/run-paths.ts'
import { UsageError } from '../input/usage-error.ts'
import { writeTo } from '../input/write-to.ts'
import { writeTogether } from '../input/write-together.ts'
import { makeFolder } from '../record/make-folder.ts'
import { parseJudgeOptions, type JudgeOptions } from './check-options.ts'
import { mustDeclare, nothingIn } from './must-declare.ts'
import { mustRead } from './must-find.ts'
import { nodesMeant } from './select-nodes.ts'

/** The options of `export`, as commander gives them. */
export interface ExportOptions extends RunOptions, Pick<JudgeOptions, 'config'> {
  readonly format: string
  readonly output?: string
  readonly select?: string
  readonly level?: string
  readonly namespace?: string
}

/** `lineagraph export`: writes the checked graph of a run for other tools. Findings are in it, and are no failure. */
export async function exportCommand(paths: readonly string[], options: ExportOptions): Promise<ExitCode> {
  const { format, file } = parseOutput(options.format, EXPORT_FORMATS)
  if (options.output === '') throw new UsageError('-o names no file', 'write -o FILE')
  if (file !== undefined && options.output !== undefined)
    throw new UsageError(
      `-f names the file '${file}', and -o the file '${options.output}'`,
      `write one of the two: -f ${format} -o FILE, or -f ${format}:FILE`,
    )
  const run = runPaths(paths, options)
  const how = { ...parseJudgeOptions(options), ...readOptions(options) }
  const wish = parseWish(format, options)
  const selector = options.select === undefined ? undefined : mustRead(parseSelector(options.select)).selector
  const output = file ?? options.output
  const folder = exportFiles(format).length > 1 ? folderFor(format, output) : undefined
  const unmakeFolder = folder === undefined ? () => {} : makeFolder(folder, '-o')

  try {
    const targets = findExportTargets(format, folder, output)
    const report = await withProgress((hooks) => checkRun(run, { ...how, ...hooks }))
    mustDeclare(report, nothingIn(run))
    for (const target of targets) mustNotJoinRun(report, target)
    const selection = selector && nodesMeant(report, selector, wish.level ?? 'column')
    const files = exportGraph(report, { ...wish, ...(selection && { selection }) })
    if (folder === undefined) await writeTo(targets[0]!, files[0]!.text)
    else writeTogether(files.map(({ text }, i) => ({ target: targets[i] as WholeTarget, pieces: text })))
    return EXIT.ok
  } finally {
    unmakeFolder() // where nothing is in it
  }
}

function parseWish(format: ExportFormat, { level, namespace }: ExportOptions): WhatToExport {
  const known = LEVELS.find((one) => one === level)
  if (level !== undefined && known === undefined)
    throw new UsageError(`there is no level '${level}'`, `the levels are ${LEVELS.join(', ')}`)
  if (namespace !== undefined && format !== 'openlineage')
    throw new UsageError(`--namespace has no effect on ${format}`, 'it names datasets of -f openlineage')
  if (namespace === '') throw new UsageError('--namespace names none', 'write --namespace NAME')
  return {
    format,
    eventTime: eventTime(process.env['SOURCE_DATE_EPOCH']),
    ...(known !== undefined && { level: known }),
    ...(namespace !== undefined && { namespace }),
  }
}

/** Now, or what the environment says, in seconds. Source: https://reproducible-builds.org/specs/source-date-epoch/ */
const eventTime = (seconds: string | undefined): Date =>
  seconds !== undefined && /^\d{1,12}$/.test(seconds) ? new Date(Number(seconds) * 1000) : new Date()

function folderFor(format: ExportFormat, output: string | undefined): string {
  if (output !== undefined) return output
  throw new UsageError(
    `${format} is ${exportFiles(format).length} files: ${exportFiles(format).join(', ')}`,
    `name a folder for them: -f ${format} -o FOLDER`,
  )
}

function findExportTargets(
  format: ExportFormat,
  folder: string | undefined,
  output: string | undefined,
): readonly Target[] {
  if (folder === undefined) return findTargets([{ format, file: output }]).map(({ target }) => target)
  const files = exportFiles(format).map((name) => ({ format, file: join(folder, name) }))
  return findTargets(files).map(({ target }, i) => {
    if (target.kind === 'whole') return target
    throw new UsageError(
      `'${files[i]!.file}' is a device or a pipe`,
      'give -o a folder in which it is a file, or is not there',
    )
  })
}

/** Throws UsageError where the next check of the run would read what is written as a part of it. */
function mustNotJoinRun({ graph: { run } }: Report, target: Target): void {
  if (target.kind !== 'whole' || !isRunFile(basename(target.path))) return
  const folder = dirname(target.path)
  const isBeside = run.files.some(
    ({ name, role, printed }) =>
      role === 'run' && !printed && existsSync(name) && realpathSync(dirname(name)) === folder,
  )
  if (isBeside)
    throw new UsageError(
      `'${target.given}' would lie beside the files of the run, where the next check would read it with them`,
      'write into another folder',
    )
}
