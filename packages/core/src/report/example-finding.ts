import { checkExample } from '../check/check-example.ts'
import { RULES } from '../check/registry.ts'
import type { Rule } from '../check/rule.ts'
import { prettyReport, type PrettyOptions } from './pretty.ts'

/** The first thing that a rule finds in its bad example, as a report by the recommended preset shows it, or by strict where it is off there. */
export async function exampleFinding(rule: Rule, options?: PrettyOptions): Promise<string> {
  const others = RULES.filter(({ id }) => id !== rule.id)
  const rules = Object.fromEntries(others.map(({ id }) => [id, 'off'] as const))
  const preset = rule.severity.recommended === 'off' ? 'strict' : 'recommended'
  const [first = ''] = prettyReport(await checkExample(rule.page.bad, { preset, rules }), options)
  return first.trimEnd()
}
