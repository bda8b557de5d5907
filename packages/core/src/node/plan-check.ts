import type { Baseline } from '../check/baseline.ts'
import type { CheckPlan, PlainBaseline } from '../check/check-plan.ts'
import type { RunFile } from '../read/run-lines.ts'
import type { Source } from '../read/source.ts'
import { folderOfRun } from './check-run.ts'
import { nameOf } from './find-sources.ts'
import { waysToRunAndWorkspace } from './find-workspace.ts'
import { prepareCheck, type CheckOptions } from './prepare-check.ts'
import { isGoneFrom, runInBaseline } from './read-baseline.ts'
import { ReadAgain } from './read-again.ts'

/** A file that a check reads. */
export interface PlannedFile {
  readonly role: RunFile['role']
  /** The file as it is: compressed, or in another encoding. */
  readonly source: Source
}

/** All that the findings of a run depend on, before anything of it is read. */
export interface PlannedCheck {
  readonly files: readonly PlannedFile[]
  readonly plan: CheckPlan
  /** The paths of what it was made from: the run, its catalogs, its config file and its baseline, whether they are there or not. */
  readonly paths: readonly string[]
}

/**
 * Finds all that a check takes, for one that runs elsewhere.
 * @param paths as for `checkRun`. Throws PathError and ConfigError as that one rejects with them.
 * @example
 * ```ts
 * const { files, plan } = planCheck(['out/'], { config: true })
 * ```
 */
export function planCheck(paths: readonly string[], options: CheckOptions = {}): PlannedCheck {
  const { config, load, configFile, baseline, baselineFile } = prepareCheck(paths, options)
  const found = waysToRunAndWorkspace(paths, load.workspace)
  const { blocks } = new ReadAgain()
  const files = [
    ...found.run.map((way) => ({ role: 'run' as const, source: way.source(blocks) })),
    ...(found.workspace ?? []).map((way) => ({ role: 'catalog' as const, source: way.source(blocks) })),
  ]
  const names = [...files.map(({ source }) => source.name), ...(baseline ? [baseline.file] : [])]
  const overrides = (config.overrides ?? []).map(({ files, rules }) => ({
    files: names.filter((name) => files(name)),
    rules,
  }))
  return {
    files,
    plan: {
      config: { ...config, overrides },
      ...(load.lineage !== undefined && { lineage: nameOf(load.lineage) }),
      hasWorkspace: found.workspace !== undefined,
      ...(baseline && { baseline: plainBaseline(baseline, folderOfRun(paths)) }),
    },
    paths: [...paths, ...load.workspace, configFile, baselineFile].filter((path) => path !== undefined),
  }
}

function plainBaseline({ file, text, entries }: Baseline, folder: string | undefined): PlainBaseline {
  const runs = new Set(entries.flatMap(({ run }) => run ?? []))
  return {
    file,
    text,
    ...(folder !== undefined && { run: runInBaseline(file, folder) }),
    gone: [...runs].filter(isGoneFrom(file)),
  }
}
