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
import { findTarget, type Target, type WholeTarget } from '../input/find-targets.ts'
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
  if (exportFiles(format).length === 1) {
    const target = findTarget(output)
    return { write: (report, wish) => writeOne(report, { ...wish, format }, target), end: () => {} }
  }
  const folder = folderFor(format, output)
  const unmakeFolder = makeFolder(folder, '-o')
  try {
    const targets = new Map(exportFiles(format).map((name) => [name, fileIn(folder, name)]))
    return { write: (report, wish) => writeSeveral(report, { ...wish, format }, targets), end: unmakeFolder }
  } catch (error) {
    unmakeFolder()
    throw error
  }
}

async function writeOne(report: Report, wish: ExportOptions, target: Target): Promise<void> {
  mustNotJoinRun(report, target)
  for (const { text } of exportGraph(report, wish)) await writeTo(target, text)
}

async function writeSeveral(
  report: Report,
  wish: ExportOptions,
  targets: ReadonlyMap<string, WholeTarget>,
): Promise<void> {
  for (const target of targets.values()) mustNotJoinRun(report, target)
  writeTogether(
    exportGraph(report, wish).flatMap(({ name, text: pieces }) => {
      const target = targets.get(name)
      return target ? [{ target, pieces }] : []
    }),
  )
}

function folderFor(format: ExportFormat, output: string | undefined): string {
  if (output !== undefined) return output
  throw new UsageError(
    `${format} is ${exportFiles(format).length} files: ${exportFiles(format).join(', ')}`,
    `name a folder for them: -f ${format} -o FOLDER`,
  )
}

function fileIn(folder: string, name: string): WholeTarget {
  const target = findTarget(join(folder, name))
  if (target.kind === 'whole') return target
  throw new UsageError(
    `'${join(folder, name)}' is a device or a pipe`,
    'give -o a folder in which it is a file, or is not there',
  )
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
