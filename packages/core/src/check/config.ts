import { ConfigError } from './config-error.ts'
import { unknownName } from './config-fault.ts'
import { faultsOf } from './config-schema.ts'
import type { Level, RuleSetting } from './level.ts'
import { RULES } from './registry.ts'
import type { Preset } from './rule.ts'

/** Other levels for the findings in some files. */
export interface Override {
  /** Whether a file is meant, by the name that findings have for it. */
  readonly files: (file: string) => boolean
  readonly rules: { readonly [id: string]: Level }
}

/** How a run is checked. */
export interface CheckConfig {
  /** The levels that rules have unless told otherwise: `recommended` where it is not given. */
  readonly preset?: Preset
  /** Levels and options of single rules, by id. */
  readonly rules?: { readonly [id: string]: RuleSetting }
  /** The ids of the only rules that are run. None of them is off then: one that would be has the level of the first preset that has it on. */
  readonly only?: readonly string[]
  /**
   * By the file of a finding's first place, the last one that names the rule counts. A finding without a place goes by the file that it is
   * about; one about no file is not touched.
   */
  readonly overrides?: readonly Override[]
  /** The SQL dialect of the run's queries, for those who build the graph: one of `SQL_DIALECTS`, or another name of one. */
  readonly dialect?: string
}

/**
 * Throws ConfigError where the config names a rule, a level, an option or a dialect that does not exist.
 * @example
 * ```ts
 * validateConfig({ rules: { 'lineage/no-self': 'off' } }) // throws a ConfigError where there is no such rule
 * ```
 */
export function validateConfig({
  preset,
  rules = {},
  only = [],
  overrides = [],
  dialect,
}: CheckConfig): void {
  for (const settings of [{ preset, rules, dialect }, ...overrides.map(({ rules }) => ({ rules }))]) {
    const [fault] = faultsOf(settings)
    if (fault) throw new ConfigError(fault.what, fault.help)
  }
  const ids = RULES.map(({ id }) => id)
  for (const id of only)
    if (!ids.includes(id)) {
      const { what, help } = unknownName('rule', id, ids)
      throw new ConfigError(what, help)
    }
}
