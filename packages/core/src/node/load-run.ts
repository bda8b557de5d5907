import { readRun, type ReadOptions } from '../read/read-run.ts'
import type { Run } from '../read/run.ts'
import { nameOf } from './find-sources.ts'
import { findRunAndWorkspace } from './find-workspace.ts'

/** How a run is read from disk. */
export interface LoadOptions extends Omit<ReadOptions, 'workspace'> {
  /** Paths of catalogs of what the workspace has already: files, folders, or `-`. */
  readonly workspace?: string | readonly string[]
}

/**
 * Reads a run from disk.
 * @param paths a folder, which is one run, or files, which are one run together; `-` is what a program prints into standard input.
 * @returns all that it declares, and what could not be read. Rejects with PathError where a path is not there or cannot be read.
 */
export async function loadRun(
  paths: string | readonly string[],
  { workspace = [], lineage, ...options }: LoadOptions = {},
): Promise<Run> {
  const found = findRunAndWorkspace(listOf(paths), listOf(workspace))
  return readRun(found.sources, {
    ...options,
    ...(found.workspace !== undefined && { workspace: found.workspace }),
    ...(lineage !== undefined && { lineage: nameOf(lineage) }),
  })
}

const listOf = (paths: string | readonly string[]): readonly string[] =>
  typeof paths === 'string' ? [paths] : paths
