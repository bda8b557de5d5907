import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { grouped, UPLOAD_FILES, type Report } from '@lineagraph/core'
import { checkRun, clearIncomplete } from '@lineagraph/core/node'
import { EXIT, type ExitCode } from '../input/exit-code.ts'
import { findTargets, type WholeTarget } from '../input/find-targets.ts'
import { withProgress } from '../input/progress.ts'
import { readOptions, runPaths, type RunOptions } from '../input/run-paths.ts'
import { UsageError } from '../input/usage-error.ts'
import { writeOut } from '../input/write-out.ts'
import { changesText } from '../pack/changes-text.ts'
import { compareIds } from '../pack/compare-ids.ts'
import { ID_LIST, readIdList } from '../pack/id-list.ts'
import { Upload } from '../pack/upload.ts'
import { makeFolder } from '../record/make-folder.ts'
import { parseCheckOptions, type CheckOptions } from './check-options.ts'
import { findOutputs } from './find-outputs.ts'
import { mustDeclare, nothingIn } from './must-declare.ts'
import { incompleteIn } from './tell-incomplete.ts'
import { writeReport } from './write-report.ts'

/** The options of `pack`, as commander gives them. */
export interface PackOptions extends Omit<CheckOptions, 'format' | 'maxWarnings' | 'stats'>, RunOptions {
  readonly out: string
  readonly keepIds?: boolean
}

/** `lineagraph pack`: checks a run, and writes the two files that File Upload takes; nothing is written where it has an error or broke off. */
export async function packCommand(paths: readonly string[], options: PackOptions): Promise<ExitCode> {
  const { out } = options
  if (out === '') throw new UsageError('--out names no folder', 'write --out FOLDER')
  const request = parseCheckOptions(options)
  const run = runPaths(paths, options)
  const idList = /[/\\]$/.test(out) ? out + ID_LIST : `${out}/${ID_LIST}`
  const before = await readIdList(idList)
  const report = await withProgress((hooks) =>
    checkRun(run, { ...request.how, ...readOptions(options), ...hooks }),
  )
  await writeReport(report, [{ format: 'pretty', target: { kind: 'standard output' } }], request)
  mustDeclare(report, nothingIn(run))
  mustBePackable(report, out)
  const [incomplete] = incompleteIn(report)
  if (incomplete) return refuse(out, incomplete.what, incomplete.help)
  if (!report.ok) return refuse(out, 'the run has errors')

  const unmakeFolder = makeFolder(out)
  try {
    const { paths: files, targets } = findOutputs(out, [])
    const upload = new Upload(targets, wholeTarget(idList))
    try {
      const { ids, lineageCount } = upload.write(report.graph)
      const changes = before && compareIds(before, ids)
      if (changes) await writeOut(changesText(changes))
      const allStayed = !changes || changes.gone.length + changes.retyped.length === 0
      if (options.keepIds && !allStayed)
        return refuse(out, 'with --keep-ids, all ids of the last pack must stay')
      upload.keep()
      clearIncomplete(out) // of an earlier run, whose place this one takes
      await writeOut([
        `packed ${count(ids.length, 'resource')} and ${count(lineageCount, 'line')} of lineage into '${files[UPLOAD_FILES.resource]}' and '${files[UPLOAD_FILES.lineage]}'\n`,
        ...(before
          ? []
          : [`the next pack compares its ids with '${idList}': keep that file with the code\n`]),
      ])
      return EXIT.ok
    } finally {
      upload.discard()
    }
  } finally {
    unmakeFolder()
  }
}

function wholeTarget(file: string): WholeTarget {
  const [found] = findTargets([{ format: 'ids', file }])
  if (found?.target.kind === 'whole') return found.target
  throw new UsageError(
    `'${file}' is a device or a pipe`,
    'give --out a folder in which it is a file, or is not there',
  )
}

/** Throws UsageError where a file of the run is no JSON lines, or would lie beside the packed files and be read with them from then on. */
function mustBePackable({ graph: { run } }: Report, out: string): void {
  for (const [file, { name, role, printed }] of run.files.entries()) {
    if (role === 'catalog' || printed) continue
    if (run.formOf(file))
      throw new UsageError(
        `'${name}' is Secoda's upload CSV, and pack writes JSON lines`,
        'upload it as it is; or leave it out, and name the other files of the run',
      )
    const isReplaced = Object.values<string>(UPLOAD_FILES).includes(basename(name))
    if (!isReplaced && existsSync(out) && realpathSync(dirname(name)) === realpathSync(out))
      throw new UsageError(
        `'${name}' is a file of the run and lies in '${out}', where the next check would find it beside the packed ones`,
        'pack into another folder: --out FOLDER',
      )
  }
}

function refuse(out: string, why: string, help?: string): ExitCode {
  process.stderr.write(`lineagraph: nothing is packed: ${why}; '${out}' is as it was\n`)
  if (help !== undefined) process.stderr.write(`  help: ${help}\n`)
  return EXIT.findings
}

const count = (number: number, noun: string): string => `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`
