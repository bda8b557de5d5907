import type { Rule } from './rule.ts'

/** An option of a rule, for those who ask. */
export interface RuleOption {
  readonly name: string
  readonly default: number
  /** A whole sentence. */
  readonly description: string
}

/**
 * The options that a rule takes, in the order in which it names them.
 * @example
 * ```ts
 * for (const rule of RULES) console.log(rule.id, optionsOf(rule))
 * ```
 */
export const optionsOf = ({ options = {} }: Rule): RuleOption[] =>
  Object.entries(options).map(([name, { default: value, description }]) => ({
    name,
    default: value,
    description,
  }))
