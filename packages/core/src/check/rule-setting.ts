import type { CheckConfig, Override } from './config.ts'
import type { Level } from './level.ts'
import { optionsOf } from './rule-options.ts'
import { PRESETS, type Rule, type RuleOptions } from './rule.ts'

/** What a config says of one rule. */
export interface RuleSettings {
  /** Nowhere is it anything else than off. */
  readonly isOff: boolean
  /** It is off at least in some files. */
  readonly isOffSomewhere: boolean
  readonly options: RuleOptions
  /** The level of a finding in a file; of one in no file, where it is undefined. */
  levelIn(file: string | undefined): Level
}

export function settingsOf(rule: Rule, config: CheckConfig): RuleSettings {
  const { preset = 'recommended', rules = {}, only, overrides = [] } = config
  const given = Object.hasOwn(rules, rule.id) ? rules[rule.id] : undefined
  const [level, options] = typeof given === 'string' ? [given] : (given ?? [])
  const base = baseLevel(rule, level ?? rule.severity[preset], only)
  const others =
    only && !only.includes(rule.id) ? [] : overrides.filter(({ rules }) => Object.hasOwn(rules, rule.id))
  const levels = [base, ...others.map(({ rules }) => rules[rule.id])]
  return {
    isOff: levels.every((level) => level === 'off'),
    isOffSomewhere: levels.includes('off'),
    options: withDefaults(rule, options),
    levelIn: (file) => (file === undefined ? undefined : overridden(others, rule, file)) ?? base,
  }
}

const withDefaults = (rule: Rule, given: RuleOptions = {}): RuleOptions =>
  Object.fromEntries(optionsOf(rule).map(({ name, default: value }) => [name, given[name] ?? value]))

function baseLevel(rule: Rule, level: Level, only: CheckConfig['only']): Level {
  if (only === undefined) return level
  if (!only.includes(rule.id)) return 'off'
  return level === 'off' ? onLevel(rule) : level
}

/** The level of a rule where nobody turned it off: the recommended one, else that of a stricter preset. */
const onLevel = ({ severity }: Rule): Level =>
  (['recommended', 'strict', ...PRESETS] as const)
    .map((preset) => severity[preset])
    .find((level) => level !== 'off') ?? 'off'

const overridden = (overrides: readonly Override[], rule: Rule, file: string): Level | undefined =>
  overrides.findLast(({ files }) => files(file))?.rules[rule.id]
