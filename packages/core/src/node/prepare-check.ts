import type { Baseline } from '../check/baseline.ts'
import { validateConfig, type CheckConfig } from '../check/config.ts'
import type { RuleSetting } from '../check/level.ts'
import { findConfig } from './find-config.ts'
import type { LoadOptions } from './load-run.ts'
import { commonFolder, nameLike } from './paths.ts'
import { readBaseline } from './read-baseline.ts'
import { readConfig, type ConfigOfFile } from './read-config.ts'
import { STANDARD_INPUT } from './standard-input.ts'

/** What can be heard of a check while it runs. */
export interface CheckHooks extends Pick<LoadOptions, 'onProgress'> {
  /** Called when the reading is over and the next part of the work begins, which takes no pause. */
  readonly onPhase?: (phase: 'resolve' | 'check') => void
}

/** How a run is read from disk and checked. What is given here wins over what a config file says. */
export interface CheckOptions extends CheckConfig, LoadOptions, CheckHooks {
  /** A config file; `true` for the nearest one in the folder of the run or above it. None is read where it is not given. */
  readonly config?: string | boolean
  /** The file of a baseline, whose findings are hidden; `false` for none, whatever the config file says. */
  readonly baseline?: string | false
}

/** What is settled before a run is read. */
export interface PreparedCheck {
  readonly config: CheckConfig
  readonly load: LoadOptions & CheckHooks & { readonly workspace: readonly string[] }
  /** The config file that was read; undefined where there is none. */
  readonly configFile: string | undefined
  readonly baseline: Baseline | undefined
  /** The file of a baseline that is given, or that the config file names, whether it is there or not. */
  readonly baselineFile: string | undefined
}

/**
 * Settles how a run is checked: reads its config file and its baseline, if it has them.
 * @param paths of the run. What comes through a pipe goes by the current folder.
 * @param read reads a config file, and a baseline; for many runs, each once.
 * @returns Throws ConfigError and PathError for all that is wrong with them.
 * @example
 * ```ts
 * const { configFile, config } = prepareCheck(['out/'], { config: true })
 * ```
 */
export function prepareCheck(
  paths: readonly string[],
  options: CheckOptions,
  read: Readers = { config: readConfig, baseline: readBaseline },
): PreparedCheck {
  const {
    config: wanted = false,
    baseline,
    workspace = [],
    lineage,
    threads,
    onProgress,
    onPhase,
    ...given
  } = options
  validateConfig(given)
  const found = typeof wanted === 'boolean' ? (wanted ? nearestConfig(paths) : undefined) : wanted
  const file = found ? read.config(found) : NO_FILE
  const baselineFile = baseline || file.baseline
  return {
    config: merge(file, given),
    load: {
      workspace: [...file.workspace, ...(typeof workspace === 'string' ? [workspace] : workspace)],
      ...(lineage !== undefined && { lineage }),
      ...(threads !== undefined && { threads }),
      ...(onProgress !== undefined && { onProgress }),
      ...(onPhase !== undefined && { onPhase }),
    },
    configFile: found,
    baseline: baseline === false || baselineFile === undefined ? undefined : read.baseline(baselineFile),
    baselineFile,
  }
}

/** How files beside a run are read. */
export interface Readers {
  readonly config: (path: string) => ConfigOfFile
  readonly baseline: (path: string) => Baseline
}

const NO_FILE: ConfigOfFile = {
  preset: undefined,
  rules: undefined,
  dialect: undefined,
  overrides: [],
  workspace: [],
  baseline: undefined,
}

function nearestConfig(paths: readonly string[]): string | undefined {
  const found = findConfig(commonFolder(paths.map((path) => (path === STANDARD_INPUT ? '.' : path))))
  return found && nameLike(paths, found)
}

/** What is given wins: over the rules of the file, and over what its overrides say of the same rules. */
function merge(file: ConfigOfFile, given: CheckConfig): CheckConfig {
  const { rules = {}, overrides = [] } = given
  const preset = given.preset ?? file.preset
  const dialect = given.dialect ?? file.dialect
  const kept = file.overrides.map(({ files, rules: own }) => ({
    files,
    rules: Object.fromEntries(Object.entries(own).filter(([id]) => !Object.hasOwn(rules, id))),
  }))
  return {
    ...given,
    ...(preset !== undefined && { preset }),
    ...(dialect !== undefined && { dialect }),
    rules: mergeRules(file.rules, rules),
    overrides: [...kept, ...overrides],
  }
}

/** A level alone leaves the options as the file has them. */
function mergeRules(
  file: CheckConfig['rules'] = {},
  given: NonNullable<CheckConfig['rules']>,
): NonNullable<CheckConfig['rules']> {
  const all = new Map<string, RuleSetting>(Object.entries(file))
  for (const [id, setting] of Object.entries(given)) {
    const before = all.get(id)
    const options = typeof before === 'object' ? before[1] : undefined
    all.set(id, typeof setting === 'string' && options !== undefined ? [setting, options] : setting)
  }
  return Object.fromEntries(all)
}
