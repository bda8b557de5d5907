import { readRun, type ReadOptions } from '../read/read-run.ts'
import type { Run } from '../read/run.ts'
import { findSources, nameOf } from './find-sources.ts'

/**
 * Reads a run from disk.
 * @param paths a folder, which is one run, or files, which are one run together; `-` is what a program prints into standard input.
 * @returns all that it declares, and what could not be read. Rejects with PathError where a path is not there or cannot be read.
 */
export const loadRun = (paths: string | readonly string[], options: ReadOptions = {}): Promise<Run> =>
  readRun(findSources(typeof paths === 'string' ? [paths] : paths), {
    ...options,
    ...(options.lineage !== undefined && { lineage: nameOf(options.lineage) }),
  })
