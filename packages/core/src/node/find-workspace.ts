import { isCatalogFile } from '../read/catalog/is-catalog-file.ts'
import type { Source } from '../read/source.ts'
import { distinct, sourcesOf, waysOf, type Way } from './find-sources.ts'
import { MISSING_RUN, PathError } from './path-error.ts'
import { statusOf } from './path-status.ts'
import { ReadAgain } from './read-again.ts'
import { namesIn } from './run-files.ts'

/** The ways to the files of a run and to the catalogs beside it; undefined where none were asked for. */
interface RunWays {
  readonly run: readonly Way[]
  readonly workspace: readonly Way[] | undefined
}

/** The files of a run, and the catalogs beside it; undefined where none were asked for. */
export interface RunSources {
  readonly sources: readonly Source[]
  readonly workspace: readonly Source[] | undefined
}

/**
 * The files of one run and the catalogs of its workspace, each once. A file that is in both belongs to the run, whose tables are known
 * anyway; but a catalog that is named is none of the files of a folder that is the run.
 * @param workspace files, pipes and folders. Throws PathError where one is not there, or has no catalog in it.
 * @example
 * ```ts
 * const { sources, workspace } = findRunAndWorkspace(['out/'], ['warehouse.csv'])
 * ```
 */
export function findRunAndWorkspace(
  paths: readonly string[],
  workspace: readonly string[],
  again = new ReadAgain(),
): RunSources {
  const ways = waysToRunAndWorkspace(paths, workspace)
  return {
    sources: sourcesOf(ways.run, again),
    workspace: ways.workspace && sourcesOf(ways.workspace, again),
  }
}

/** The ways to what `findRunAndWorkspace` finds. */
export function waysToRunAndWorkspace(paths: readonly string[], workspace: readonly string[]): RunWays {
  const run = distinct(paths.flatMap((path) => waysOf(path)))
  const catalogs = distinct(workspace.flatMap(waysOfCatalog))
  for (const [identity, { named }] of catalogs) {
    const inRun = run.get(identity)
    if (inRun === undefined) continue
    if (named && !inRun.named) run.delete(identity)
    else catalogs.delete(identity)
  }
  return {
    run: [...run.values()],
    workspace: workspace.length === 0 ? undefined : [...catalogs.values()],
  }
}

const HELP =
  'name another integration’s run, JSONL or CSV of tables, dbt’s manifest.json or catalog.json, or a CSV of information_schema'

function waysOfCatalog(path: string): Way[] {
  let ways: Way[]
  try {
    ways = waysOf(path, catalogFilesIn)
  } catch (error) {
    if (!(error instanceof PathError)) throw error
    throw new PathError(path, `--workspace: ${error.what}`, error.help === MISSING_RUN ? HELP : error.help)
  }
  if (ways.length === 0)
    throw new PathError(path, `--workspace: there is no catalog in the folder '${path}'`, HELP)
  return ways
}

const catalogFilesIn = (folder: string): string[] =>
  namesIn(folder).filter((name) => isCatalogFile(name) && !statusOf(`${folder}/${name}`).isDirectory())
