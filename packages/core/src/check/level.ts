import { SEVERITIES, type Severity } from './finding.ts'
import type { RuleOptions } from './rule.ts'

/** How grave a rule's findings are, or that it is not run. */
export type Level = Severity | 'off'
export const LEVELS: readonly Level[] = [...SEVERITIES, 'off']

/** A level, or a level and the options of the rule. */
export type RuleSetting = Level | readonly [Level, (RuleOptions | undefined)?]
