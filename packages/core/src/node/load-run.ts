import { readRun, type ReadOptions } from '../read/read-run.ts'
import type { Run } from '../read/run.ts'
import type { Source } from '../read/source.ts'
import { findSources, nameOf } from './find-sources.ts'

/**
 * Reads a run from disk.
 * @param paths a folder, which is one run, or files, which are one run together; `-` is what a program prints into standard input. A
 * source that stands among them is read as it is.
 * @returns all that it declares, and what could not be read. Rejects with PathError where a path is not there or cannot be read.
 */
export function loadRun(
  paths: string | readonly (string | Source)[],
  options: ReadOptions = {},
): Promise<Run> {
  const given = typeof paths === 'string' ? [paths] : paths
  const found = findSources(given.filter((path) => typeof path === 'string'))
  const sources = given.filter((path) => typeof path !== 'string')
  return readRun([...found, ...sources], {
    ...options,
    ...(options.lineage !== undefined && { lineage: nameOf(options.lineage) }),
  })
}
