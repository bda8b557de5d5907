import { SEVERITIES, type Finding, type Severity } from '../check/finding.ts'

/** The findings of one rule, in the order of the report. */
export interface RuleFindings {
  readonly rule: string
  readonly severity: Severity
  readonly findings: readonly Finding[]
}

/** The findings rule by rule: the gravest rules first, then by their ids. */
export function byRule(findings: readonly Finding[]): RuleFindings[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = `${SEVERITIES.indexOf(finding.severity)} ${finding.rule}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, findings]) => {
      const [first] = findings
      return first ? [{ rule: first.rule, severity: first.severity, findings }] : []
    })
}
