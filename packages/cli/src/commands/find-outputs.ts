import { UPLOAD_FILES, type ReportFormat, type UploadFile } from '@lineagraph/core'
import { findTargets, type WholeTarget } from '../input/find-targets.ts'
import { UsageError } from '../input/usage-error.ts'
import { isReportFormat, type CheckRequest } from './check-options.ts'
import type { ReportOutput } from './write-report.ts'

/** Where what `record` writes goes. */
export interface Outputs {
  /** Of the two files of the run, as findings call them. */
  readonly paths: Readonly<Record<UploadFile, string>>
  readonly targets: Readonly<Record<UploadFile, WholeTarget>>
  readonly reports: readonly ReportOutput[]
}

/**
 * Finds out where all goes, and whether it can: asked before the integration runs, which may take long.
 * @param out the folder of the two files of the run.
 */
export function findOutputs(out: string, formats: CheckRequest['formats']): Outputs {
  const pathOf = (name: UploadFile): string => (/[/\\]$/.test(out) ? out + name : `${out}/${name}`)
  const files = Object.values(UPLOAD_FILES).map((format) => ({ format, file: pathOf(format) }))
  const found = findTargets<ReportFormat | UploadFile>([...files, ...formats])
  const targetOf = (name: UploadFile): WholeTarget => {
    const target = found.find(({ format }) => format === name)?.target
    if (target?.kind === 'whole') return target
    throw new UsageError(
      `'${pathOf(name)}' is a device or a pipe`,
      'give --out a folder in which it is a file, or is not there',
    )
  }
  return {
    paths: { 'resources.jsonl': pathOf('resources.jsonl'), 'lineage.jsonl': pathOf('lineage.jsonl') },
    targets: { 'resources.jsonl': targetOf('resources.jsonl'), 'lineage.jsonl': targetOf('lineage.jsonl') },
    reports: found.flatMap(({ format, target }) => (isReportFormat(format) ? [{ format, target }] : [])),
  }
}
