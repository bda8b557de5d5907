import type { Rule } from './rule.ts'

/** An option of a rule, for those who ask. */
export interface RuleOption {
  readonly name: string
  readonly default: unknown
  /** A whole sentence. */
  readonly description: string
}

/** The options that a rule takes, in the order in which it names them. */
export const optionsOf = ({ options }: Rule): RuleOption[] =>
  Object.entries(options?.shape ?? {}).map(([name, schema]) => ({
    name,
    default: schema.safeParse(undefined).data ?? null,
    description: schema.description ?? '',
  }))
