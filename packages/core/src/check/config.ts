import { nearestName } from '../graph/nearest-name.ts'
import { isKnownDialect, SQL_DIALECTS } from '../resolve/sql/dialects.ts'
import { SEVERITIES, type Severity } from './finding.ts'
import { RULES } from './registry.ts'
import type { Preset, Rule } from './rule.ts'

/** How a run is checked. */
export interface CheckConfig {
  /** The severities that rules have unless told otherwise: `recommended` where it is not given. */
  readonly preset?: Preset
  /** Severities of single rules, by id. */
  readonly rules?: { readonly [id: string]: Severity | 'off' }
  /** The SQL dialect of the run's queries, for those who build the graph: one of `SQL_DIALECTS`, or another name of one. */
  readonly dialect?: string
}

/** A wrong configuration: what is wrong, and how to mend it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly code = 'config'
  constructor(
    readonly what: string,
    readonly help: string,
  ) {
    super(`${what}; ${help}`)
  }
}

export function severityOf(
  rule: Rule,
  { preset = 'recommended', rules = {} }: CheckConfig,
): Severity | 'off' {
  return (Object.hasOwn(rules, rule.id) ? rules[rule.id] : undefined) ?? rule.severity[preset]
}

/** Throws ConfigError where the config names a rule, a severity or a dialect that does not exist. */
export function validateConfig({ rules = {}, dialect }: CheckConfig): void {
  if (dialect !== undefined && !isKnownDialect(dialect)) {
    const near = nearestName(dialect, SQL_DIALECTS)
    throw new ConfigError(
      `there is no SQL dialect '${dialect}'`,
      near ? `did you mean '${near}'?` : `the dialects are ${SQL_DIALECTS.join(', ')}`,
    )
  }
  const ids = RULES.map(({ id }) => id)
  for (const [id, severity] of Object.entries(rules)) {
    if (!ids.includes(id)) {
      const near = nearestName(id, ids)
      throw new ConfigError(
        `there is no rule '${id}'`,
        near ? `did you mean '${near}'?` : `the rules are ${ids.join(', ')}`,
      )
    }
    if (severity !== 'off' && !SEVERITIES.includes(severity))
      throw new ConfigError(
        `'${String(severity)}' is no severity for ${id}`,
        `use ${SEVERITIES.join(', ')} or off`,
      )
  }
}
