import { UPLOAD_FILES, type UploadFile } from '@lineagraph/core'
import { findTargets, type WholeTarget } from '../input/find-targets.ts'
import { UsageError } from '../input/usage-error.ts'
import { isOutputFormat, type CheckRequest, type OutputFormat } from './check-options.ts'
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
  const paths = pathsIn(out)
  const files = Object.values(UPLOAD_FILES).map((format) => ({ format, file: paths[format] }))
  const found = findTargets<OutputFormat | UploadFile>([...files, ...formats])
  const targetOf = (name: UploadFile): WholeTarget => {
    const target = found.find(({ format }) => format === name)?.target
    if (target?.kind === 'whole') return target
    throw new UsageError(
      `'${paths[name]}' is a device or a pipe`,
      'give --out a folder in which it is a file, or is not there',
    )
  }
  return {
    paths,
    targets: { 'resources.jsonl': targetOf('resources.jsonl'), 'lineage.jsonl': targetOf('lineage.jsonl') },
    reports: found.flatMap(({ format, target }) => (isOutputFormat(format) ? [{ format, target }] : [])),
  }
}

/** The two files of a run in a folder, as findings call them. */
export function pathsIn(folder: string): Readonly<Record<UploadFile, string>> {
  const below = /[/\\]$/.test(folder) ? folder : `${folder}/`
  return { 'resources.jsonl': `${below}resources.jsonl`, 'lineage.jsonl': `${below}lineage.jsonl` }
}
