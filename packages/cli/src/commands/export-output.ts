import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import {
  exportFiles,
  exportGraph,
  isRunFile,
  type ExportFormat,
  type ExportOptions,
  type Report,
} from '@lineagraph/core'
import { findTargets, type Target, type WholeTarget } from '../input/find-targets.ts'
import { UsageError } from '../input/usage-error.ts'
import { writeTo } from '../input/write-to.ts'
import { writeTogether } from '../input/write-together.ts'
import { makeFolder } from '../record/make-folder.ts'

/** Where an export goes. */
export interface ExportOutput {
  /** Throws UsageError where a file would be read as a part of the run. */
  write(report: Report, wish: Omit<ExportOptions, 'format'>): Promise<void>
  /** Takes away a folder that was made and in which nothing is. */
  end(): void
}

/** Finds out where an export can go, before a run is read. Throws UsageError. @param output a file, or a folder for several. */
export function exportOutput(format: ExportFormat, output: string | undefined): ExportOutput {
  const folder = exportFiles(format).length > 1 ? folderFor(format, output) : undefined
  const unmakeFolder = folder === undefined ? () => {} : makeFolder(folder, '-o')
  try {
    const targets = findExportTargets(format, folder, output)
    return {
      write: (report, wish) => writeExport(report, { ...wish, format }, folder, targets),
      end: unmakeFolder,
    }
  } catch (error) {
    unmakeFolder()
    throw error
  }
}

async function writeExport(
  report: Report,
  wish: ExportOptions,
  folder: string | undefined,
  targets: readonly Target[],
): Promise<void> {
  for (const target of targets) mustNotJoinRun(report, target)
  const files = exportGraph(report, wish)
  if (folder === undefined) await writeTo(targets[0]!, files[0]!.text)
  else writeTogether(files.map(({ text }, i) => ({ target: targets[i] as WholeTarget, pieces: text })))
}

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
