import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Baseline } from '../check/baseline.ts'
import { parseBaseline } from '../check/parse-baseline.ts'
import { nameOf } from './find-sources.ts'
import { PathError } from './path-error.ts'
import { pathFrom } from './paths.ts'
import { readText } from './read-text.ts'

/**
 * Reads a baseline. Throws PathError where it cannot be read, ConfigError where it is none.
 * @example
 * ```ts
 * const baseline = readBaseline('lineagraph.baseline.json')
 * const report = check(graph, {}, { baseline })
 * ```
 */
export function readBaseline(path: string): Baseline {
  if (!existsSync(path))
    throw new PathError(
      path,
      `there is no baseline '${path}'`,
      `lineagraph baseline create --baseline ${path} makes it`,
    )
  return parseBaseline(readText(path, path, 'baseline'), nameOf(path))
}

/**
 * What a baseline calls the run in a folder.
 * @example
 * ```ts
 * const run = runInBaseline('lineagraph.baseline.json', 'runs/a')
 * ```
 */
export const runInBaseline = (baseline: string, folder: string): string =>
  pathFrom(dirname(resolve(baseline)), folder)

/**
 * Whether a run that a baseline names is no longer there.
 * @example
 * ```ts
 * const isGone = isGoneFrom('lineagraph.baseline.json')
 * ```
 */
export const isGoneFrom =
  (baseline: string) =>
  (run: string): boolean =>
    !existsSync(resolve(dirname(baseline), run))
