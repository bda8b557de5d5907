import type { FindingList } from '../check/finding-list.ts'
import { SEVERITIES, type Severity } from '../check/finding.ts'

/** The findings of one rule, in the order of the report. */
export interface RuleFindings {
  readonly rule: string
  readonly severity: Severity
  readonly findings: FindingList
}

/** The findings rule by rule: the gravest rules first, then by their ids. No finding is made for it. */
export function byRule(findings: FindingList): RuleFindings[] {
  const groups = new Map<string, Pick<RuleFindings, 'rule' | 'severity'>>()
  const keyAt = (index: number): string =>
    `${SEVERITIES.indexOf(findings.severityAt(index))} ${findings.ruleAt(index)}`
  for (let i = 0; i < findings.length; i++) {
    const key = keyAt(i)
    if (!groups.has(key)) groups.set(key, { rule: findings.ruleAt(i), severity: findings.severityAt(i) })
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => ({
      ...group,
      findings: findings.where(
        (index) => findings.ruleAt(index) === group.rule && findings.severityAt(index) === group.severity,
      ),
    }))
}
