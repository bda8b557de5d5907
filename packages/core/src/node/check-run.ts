import { statSync } from 'node:fs'
import { check } from '../check/check.ts'
import type { Report } from '../check/finding.ts'
import { buildGraph } from '../graph/build-graph.ts'
import type { LineageGraph } from '../graph/lineage-graph.ts'
import type { Run } from '../read/run.ts'
import type { Source } from '../read/source.ts'
import { loadRun } from './load-run.ts'
import { prepareCheck, type CheckHooks, type CheckOptions, type PreparedCheck } from './prepare-check.ts'
import { isGoneFrom, runInBaseline } from './read-baseline.ts'

/**
 * Reads, resolves and checks a run from disk: `const report = await checkRun('out/', { workspace: ['warehouse.jsonl'] })`.
 * @param paths as for `loadRun`.
 * @returns the report; `report.ok` where there is no error. Rejects with PathError or ConfigError.
 * @example
 * ```ts
 * const report = await checkRun('out/', { workspace: ['warehouse.jsonl'], preset: 'strict' })
 * if (!report.ok) for (const { message, help } of report.findings) console.log(message, help)
 * ```
 */
export async function checkRun(
  paths: string | readonly (string | Source)[],
  options: CheckOptions = {},
): Promise<Report> {
  const given = typeof paths === 'string' ? [paths] : paths
  return checkPrepared(given, prepareCheck(pathsAmong(given), options))
}

/**
 * The same, where it is settled already how.
 * @example
 * ```ts
 * const prepared = prepareCheck(['out/'], { config: true })
 * const report = await checkPrepared(['out/'], prepared)
 * ```
 */
export const checkPrepared = async (
  paths: readonly (string | Source)[],
  prepared: PreparedCheck,
  hooks?: CheckHooks,
): Promise<Report> => (await loadGraph(paths, prepared, hooks)).check()

/** A run that was read and resolved, and can be checked. */
export interface LoadedGraph {
  readonly graph: LineageGraph
  /** Checks it, when somebody wants to know what is wrong with it. */
  check(): Report
}

/**
 * Reads and resolves a run from disk. Rejects with PathError.
 * @example
 * ```ts
 * const loaded = await loadGraph(['out/'], prepareCheck(['out/'], {}))
 * ```
 */
export async function loadGraph(
  paths: readonly (string | Source)[],
  prepared: PreparedCheck,
  { onProgress, onPhase }: CheckHooks = prepared.load,
): Promise<LoadedGraph> {
  const run = await loadRun(paths, { ...prepared.load, ...(onProgress && { onProgress }) })
  return resolveRun(run, prepared, folderOfRun(paths), onPhase)
}

/** Resolves what has been read. @param folder that of the run, where it has one of its own. */
export function resolveRun(
  run: Run,
  prepared: PreparedCheck,
  folder: string | undefined,
  onPhase: CheckHooks['onPhase'],
): LoadedGraph {
  onPhase?.('resolve')
  const graph = buildGraph(run, { dialect: prepared.config.dialect })
  return {
    graph,
    check() {
      onPhase?.('check')
      return checkGraph(graph, prepared, folder)
    },
  }
}

/** Checks what has been read and resolved. @param folder that of the run, where it has one of its own. */
export function checkGraph(
  graph: LineageGraph,
  { config, baseline }: PreparedCheck,
  folder?: string,
): Report {
  if (baseline === undefined) return check(graph, config)
  const run = folder === undefined ? undefined : runInBaseline(baseline.file, folder)
  return check(graph, config, { baseline, run, isGone: isGoneFrom(baseline.file) })
}

/** The folder of a run, where it is one. */
export const folderOfRun = (paths: readonly (string | Source)[]): string | undefined =>
  paths.length === 1 ? pathsAmong(paths).find(isFolder) : undefined

const pathsAmong = (paths: readonly (string | Source)[]): string[] =>
  paths.filter((path) => typeof path === 'string')

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
