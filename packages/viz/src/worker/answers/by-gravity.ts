import { SEVERITIES, type FindingList } from '@lineagraph/core'

/** The gravest first, else in the report's order. */
export const byGravity = (findings: FindingList): FindingList =>
  findings.pick(sortedBy(findings, (index) => SEVERITIES.indexOf(findings.severityAt(index))))

/** The indexes of findings by a number of each; those with the same number stay in their order. */
export function sortedBy(findings: FindingList, numberOf: (index: number) => number): number[] {
  const numbers = Int32Array.from({ length: findings.length }, (_, index) => numberOf(index))
  return Array.from(numbers.keys()).sort((one, other) => numbers[one]! - numbers[other]!)
}
