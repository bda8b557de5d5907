import { checkExample } from '../check/check-example.ts'
import type { Rule } from '../check/rule.ts'
import { prettyFinding, type PrettyOptions } from './pretty.ts'

/**
 * The first thing that a rule finds in its bad example, as a report shows it: by the recommended preset, or by strict where it is off there.
 * @example
 * ```ts
 * for (const rule of RULES) console.log(await exampleFinding(rule))
 * ```
 */
export async function exampleFinding(rule: Rule, options?: Pick<PrettyOptions, 'color'>): Promise<string> {
  const preset = rule.severity.recommended === 'off' ? 'strict' : 'recommended'
  const report = await checkExample(rule.page.bad, { preset })
  const finding = report.findings.find((found) => found.rule === rule.id)
  return finding ? prettyFinding(finding, report, options) : ''
}
