import type { Verdict } from '../check/finding.ts'
import { findingsOf } from '../check/verdict-lists.ts'
import { placeText } from './place-text.ts'

/**
 * One finding a line, `file:line:column severity rule message`: what editors and `grep` take.
 * @example
 * ```ts
 * for (const piece of conciseReport(report)) process.stdout.write(piece)
 * ```
 */
export function* conciseReport(report: Verdict): Generator<string> {
  for (const { severity, rule, message, locations } of findingsOf(report)) {
    const [place] = locations
    const where = place ? `${placeText(place)} ` : ''
    yield `${where}${severity} ${rule} ${message}\n`
  }
}
