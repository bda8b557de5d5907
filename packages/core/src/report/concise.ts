import type { Verdict } from '../check/finding.ts'
import { placeText } from './place-text.ts'

/** One finding a line, `file:line:column severity rule message`: what editors and `grep` take. */
export function* conciseReport({ findings }: Verdict): Generator<string> {
  for (const { severity, rule, message, locations } of findings) {
    const [place] = locations
    const where = place ? `${placeText(place)} ` : ''
    yield `${where}${severity} ${rule} ${message}\n`
  }
}
