import { countOf, type Told } from '../check/finding-list.ts'
import type { Finding, Location } from '../check/finding.ts'
import { visible } from '../check/quote.ts'
import { RULES } from '../check/registry.ts'

/** How many further places a finding names before it only counts them. */
const NAMED_PLACES = 6
const COUNTED = new Map(RULES.map(({ id, counted }) => [id, counted]))

/** `file:line:column`, which editors and terminals make a link of. */
export const placeText = ({ file, line, column }: Location): string => `${visible(file)}:${line}:${column}`

/** Where to look: the first place, else the file that the finding is about; undefined for one about the whole run. */
export function whereText({ locations, subject }: Finding): string | undefined {
  const [place] = locations
  if (place) return placeText(place)
  return subject.kind === 'file' ? visible(subject.file) : undefined
}

/** Where there is more than one place, all in short: `3 edges name it: out/lineage.jsonl:17, :18, :40`. Of the same file the line alone. */
export function placesText(finding: Told): string | undefined {
  const count = countOf(finding)
  if (count < 2) return undefined
  const { locations, rule } = finding
  const named = locations.slice(0, NAMED_PLACES)
  let places = ''
  let before: string | undefined
  for (const { file, line } of named) {
    if (before !== undefined) places += ', '
    places += file === before ? `:${line}` : `${visible(file)}:${line}`
    before = file
  }
  const more = count > named.length ? `, and ${count - named.length} more` : ''
  return `${count} ${COUNTED.get(rule) ?? 'places'}: ${places}${more}`
}
