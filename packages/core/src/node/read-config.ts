import { dirname, resolve } from 'node:path'
import picomatch from 'picomatch'
import type { Override } from '../check/config.ts'
import type { ConfigFile } from '../check/config-file.ts'
import { parseConfig } from '../check/parse-config.ts'
import { startOf, whereIn } from '../check/user-json.ts'
import type { JsonPath } from '../read/scan-json.ts'
import { PathError } from './path-error.ts'
import { statusOf } from './path-status.ts'
import { nameLike, pathFrom, withSlashes } from './paths.ts'
import { readText } from './read-text.ts'

/** What a config file says, its paths as seen from here. */
export interface ConfigOfFile extends Pick<ConfigFile, 'preset' | 'rules' | 'dialect'> {
  readonly overrides: readonly Override[]
  readonly workspace: readonly string[]
  readonly baseline: string | undefined
}

/**
 * Reads a config file.
 * @param path throws PathError where it cannot be read, or names a catalog that is not there; ConfigError where it is wrong.
 */
export function readConfig(path: string): ConfigOfFile {
  const name = withSlashes(path)
  const text = readText(path, name, 'config file')
  const { preset, rules, dialect, workspace = [], baseline, overrides = [] } = parseConfig(text, name)
  const folder = dirname(resolve(path))
  const fromHere = (given: string): string => nameLike([path], resolve(folder, given))
  const where = (at: JsonPath): string => whereIn(text, name, startOf(text, at))
  return {
    preset,
    rules,
    dialect,
    overrides: overrides.map(({ files, rules }) => ({ files: matcher(files, folder), rules })),
    workspace: workspace.map((each, i) => mustBeThere(fromHere(each), where(['workspace', i]))),
    baseline: baseline === undefined ? undefined : fromHere(baseline),
  }
}

function mustBeThere(path: string, where: string): string {
  try {
    statusOf(path)
    return path
  } catch (error) {
    if (!(error instanceof PathError)) throw error
    throw new PathError(
      path,
      `${where}: ${error.what}`,
      'a path in workspace is meant from the folder of the config file',
    )
  }
}

const STREAMS = new Set(['<stdin>', '<stdout>'])

/** Whether a file is one of those that patterns mean, by the name that findings have for it. */
function matcher(patterns: readonly string[], folder: string): Override['files'] {
  const isMeant = picomatch(patterns.map(anchored), { dot: true })
  const known = new Map<string, boolean>()
  return (file) => {
    const before = known.get(file)
    if (before !== undefined) return before
    const meant = isMeant(STREAMS.has(file) ? file : pathFrom(folder, file))
    known.set(file, meant)
    return meant
  }
}

/** A folder means all that is below it, and a pattern without a slash a name in any folder. */
function anchored(pattern: string): string {
  const plain = pattern.replace(/^(\.\/)+/, '').replace(/\/$/, '/**')
  return plain.includes('/') || plain !== pattern ? plain : `**/${plain}`
}
