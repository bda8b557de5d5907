import { readRun, type ReadOptions } from '../read/read-run.ts'
import type { Run } from '../read/run.ts'
import type { Source } from '../read/source.ts'
import { nameOf } from './find-sources.ts'
import { findRunAndWorkspace, type RunSources } from './find-workspace.ts'
import { findNearestElsewhere } from './nearest-elsewhere.ts'
import { ReadAgain } from './read-again.ts'
import { ReadThreads, threadsHere } from './read-threads.ts'

/** How a run is read from disk. */
export interface LoadOptions extends Omit<ReadOptions, 'workspace'> {
  /** Paths of catalogs of what the workspace has already: files, folders, or `-`. */
  readonly workspace?: string | readonly string[]
  /** How many threads read a large run: as many as there are processors, up to 4, where it is not said; 16 at most. With 1 there are no workers. */
  readonly threads?: number
}

/**
 * Reads a run from disk.
 * @param paths a folder, which is one run, or files, which are one run together; `-` is what a program prints into standard input. A
 * source that stands among them is read as it is.
 * @param again shared by runs that are held together.
 * @returns all that it declares, and what could not be read. Rejects with PathError where a path is not there or cannot be read.
 * @example
 * ```ts
 * const graph = buildGraph(await loadRun('out/', { workspace: 'warehouse.csv', threads: 2 }))
 * ```
 */
export async function loadRun(
  paths: string | readonly (string | Source)[],
  { workspace = [], ...options }: LoadOptions = {},
  again = new ReadAgain(),
): Promise<Run> {
  const given = listOf(paths)
  const found = findRunAndWorkspace(
    given.filter((path) => typeof path === 'string'),
    listOf(workspace),
    again,
  )
  const sources = given.filter((path) => typeof path !== 'string')
  return readSources({ ...found, sources: [...found.sources, ...sources] }, options)
}

/** Reads files that are found already. */
export async function readSources(
  { sources, workspace }: RunSources,
  { lineage, threads = threadsHere(), onProgress }: Pick<LoadOptions, 'lineage' | 'threads' | 'onProgress'>,
): Promise<Run> {
  const reading = new ReadThreads(threads)
  try {
    reading.expect(sources)
    const run = await readRun(
      sources,
      {
        ...(onProgress && { onProgress }),
        ...(workspace !== undefined && { workspace }),
        ...(lineage !== undefined && { lineage: nameOf(lineage) }),
      },
      (source) => reading.readBatches(source),
    )
    if (threads > 1) run.findNearestElsewhere = findNearestElsewhere
    return run
  } finally {
    reading.close()
  }
}

const listOf = <Item>(given: string | readonly Item[]): readonly (string | Item)[] =>
  typeof given === 'string' ? [given] : given
