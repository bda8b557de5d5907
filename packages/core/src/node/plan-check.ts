import type { Baseline } from '../check/baseline.ts'
import type { CheckPlan, PlainBaseline } from '../check/check-plan.ts'
import type { Report } from '../check/finding.ts'
import type { RunFile } from '../read/run-lines.ts'
import type { Source } from '../read/source.ts'
import { folderOfRun, resolveRun } from './check-run.ts'
import { nameOf } from './find-sources.ts'
import { waysToRunAndWorkspace } from './find-workspace.ts'
import { readSources } from './load-run.ts'
import { prepareCheck, type CheckHooks, type CheckOptions, type PreparedCheck } from './prepare-check.ts'
import { isGoneFrom, runInBaseline } from './read-baseline.ts'
import { ReadAgain } from './read-again.ts'
import { unpackedSource } from './unpacked-source.ts'

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
  /** Checks these files here, as `checkRun` does. What comes only once can be read from `files` again afterwards. */
  check(hooks?: CheckHooks): Promise<Report>
}

/**
 * Finds all that a check takes, for one that runs elsewhere.
 * @param paths as for `checkRun`. Throws PathError and ConfigError as that one rejects with them.
 * @example
 * ```ts
 * const { files, plan } = planCheck(['out/'], { config: true })
 * ```
 */
export const planCheck = (paths: readonly string[], options: CheckOptions = {}): PlannedCheck =>
  planPrepared(paths, prepareCheck(paths, options))

/**
 * The same, where it is settled already how. A source that stands among the paths is a file of the run.
 * @example
 * ```ts
 * const { files } = planPrepared(['out/'], prepareCheck(['out/'], { config: true }))
 * ```
 */
export function planPrepared(paths: readonly (string | Source)[], prepared: PreparedCheck): PlannedCheck {
  const { config, load, configFile, baseline, baselineFile } = prepared
  const named = paths.filter((path) => typeof path === 'string')
  const given = paths.filter((path) => typeof path !== 'string')
  const found = waysToRunAndWorkspace(named, load.workspace)
  const { blocks, spool } = new ReadAgain()
  const run = [...found.run.map((way) => way.source(blocks)), ...given]
  const workspace = found.workspace?.map((way) => way.source(blocks))
  const files = [
    ...run.map((source): PlannedFile => ({ role: 'run', source })),
    ...(workspace ?? []).map((source): PlannedFile => ({ role: 'catalog', source })),
  ]
  const names = [...files.map(({ source }) => source.name), ...(baseline ? [baseline.file] : [])]
  const overrides = (config.overrides ?? []).map(({ files, rules }) => ({
    files: names.filter((name) => files(name)),
    rules,
  }))
  const folder = folderOfRun(paths)
  return {
    files,
    plan: {
      config: { ...config, overrides },
      ...(load.lineage !== undefined && { lineage: nameOf(load.lineage) }),
      hasWorkspace: workspace !== undefined,
      ...(baseline && { baseline: plainBaseline(baseline, folder) }),
    },
    paths: [...named, ...load.workspace, configFile, baselineFile].filter((path) => path !== undefined),
    async check({ onProgress = load.onProgress, onPhase = load.onPhase } = {}) {
      const unpacked = (sources: readonly Source[]): Source[] =>
        sources.map((source) => unpackedSource(source, spool))
      const found = { sources: unpacked(run), workspace: workspace && unpacked(workspace) }
      const read = await readSources(found, { ...load, ...(onProgress && { onProgress }) })
      return resolveRun(read, prepared, folder, onPhase).check()
    },
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
