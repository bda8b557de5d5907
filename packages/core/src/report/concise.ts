import type { Report } from '../check/finding.ts'
import { visible } from '../check/quote.ts'

/** One finding a line, `file:line:column severity rule message`: what editors and `grep` take. */
export function* conciseReport({ findings }: Report): Generator<string> {
  for (const { severity, rule, message, locations } of findings) {
    const [place] = locations
    const where = place ? `${visible(place.file)}:${place.line}:${place.column} ` : ''
    yield `${where}${severity} ${rule} ${message}\n`
  }
}
