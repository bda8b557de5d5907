import { digestOf } from '../../read/hash.ts'
import type { Baseline } from '../baseline.ts'
import type { Finding, Severity } from '../finding.ts'
import { MOST_PLACES } from '../place.ts'
import { visible } from '../quote.ts'
import { always, defineRule } from '../rule.ts'

/** What no longer occurs is known when all other rules have run, over all runs: `staleFindings` says it then. */
export const staleEntry = defineRule({
  id: 'baseline/stale-entry',
  severity: always('error'),
  why: 'An entry that hides nothing today would hide the same mistake if somebody made it again.',
  counted: 'entries',
  run: () => [],
})

/**
 * The findings about entries of a baseline that no longer occur, in the order of their lines. Entries that are equal are one finding.
 * `data`: `rule`, `fingerprint` and `run` (null where it has none) of the entry.
 * @param stale indexes into the entries.
 */
export function staleFindings(baseline: Baseline, stale: readonly number[], severity: Severity): Finding[] {
  const equal = new Map<string, number[]>()
  for (const i of stale) {
    const { run = null, fingerprint } = baseline.entries[i]!
    const identity = JSON.stringify([run, fingerprint])
    const group = equal.get(identity)
    if (group) group.push(i)
    else equal.set(identity, [i])
  }
  return [...equal].map(([identity, entries]) => {
    const { run, rule, fingerprint, message } = baseline.entries[entries[0]!]!
    const where = run === undefined ? '' : ` in ${run}`
    return {
      rule: staleEntry.id,
      severity,
      message: visible(`a known finding of ${rule}${where} no longer occurs: ${message}`),
      help: 'take it out, and others like it: lineagraph baseline prune.',
      subject: { kind: 'file', file: baseline.file },
      locations: entries
        .slice(0, MOST_PLACES)
        .map((entry) => ({ ...baseline.placeOf(entry), label: 'no longer found' })),
      fingerprint: digestOf(`${staleEntry.id}\n${identity}`),
      data: { rule, fingerprint, run: run ?? null, count: entries.length },
    }
  })
}
