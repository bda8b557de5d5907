import type { Verdict } from '../check/finding.ts'
import type { FindingList } from '../check/finding-list.ts'
import { findingsOf } from '../check/verdict-lists.ts'

/** The findings in which two runs differ, told by their fingerprints. No finding is made for it. */
export interface FindingChanges {
  /** Findings of the head that the base has not. */
  readonly fresh: FindingList
  /** Findings of the base that the head has not. */
  readonly fixed: FindingList
}

export const compareFindings = (base: Verdict, head: Verdict): FindingChanges => ({
  fresh: beyond(findingsOf(head), findingsOf(base)),
  fixed: beyond(findingsOf(base), findingsOf(head)),
})

function beyond(findings: FindingList, others: FindingList): FindingList {
  const known = new Set<string>()
  for (let i = 0; i < others.length; i++) known.add(others.fingerprintAt(i))
  return findings.where((index) => !known.has(findings.fingerprintAt(index)))
}
