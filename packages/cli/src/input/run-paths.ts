import { parseThreads } from './parse-options.ts'
import { UsageError } from './usage-error.ts'

/** The options that say which run is meant. */
export interface RunOptions {
  readonly resources?: string
  readonly lineage?: string
  readonly workspace?: readonly string[]
  /** Patterns for many folders, each a run of its own. */
  readonly each?: readonly string[]
  readonly threads?: string
}

/** The paths of the run: what was given, or the two files by their options, or the current folder. Nothing of that goes with --each. */
export function runPaths(
  paths: readonly string[],
  { resources, lineage, each }: RunOptions,
): readonly string[] {
  if (each !== undefined && (paths.length > 0 || resources !== undefined || lineage !== undefined))
    throw new UsageError(
      `a run is named beside --each: ${paths[0] ?? resources ?? lineage}`,
      "write the pattern in quotes, so that the shell leaves it as it is: --each 'runs/*'",
    )
  const named = [resources, lineage].filter((path) => path !== undefined)
  if (named.length === 0) return paths.length > 0 ? paths : ['.']
  if (paths.length > 0)
    throw new UsageError(
      'a path is given beside --resources or --lineage',
      'give the folder, or the two files, not both',
    )
  return named
}

/**
 * How the run is read: the file that is meant for lineage alone, where it was named, the catalogs beside it, and by how many threads.
 */
export function readOptions({ lineage, workspace = [], each, threads }: RunOptions): {
  readonly lineage?: string
  readonly workspace: readonly string[]
  readonly threads?: number
} {
  if (workspace.includes('')) throw new UsageError('--workspace names no path', 'write --workspace PATH')
  if (each !== undefined && workspace.includes('-'))
    throw new UsageError(
      '--each reads the workspace for every run, and standard input comes only once',
      'write it into a file first: --workspace FILE',
    )
  return {
    workspace,
    ...(lineage !== undefined && { lineage }),
    ...(threads !== undefined && { threads: parseThreads(threads) }),
  }
}
