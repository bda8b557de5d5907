import type { Run } from '../read/run.ts'
import { spanInString, spansOf } from '../read/scan-json.ts'
import type { Location } from './finding.ts'
import { visible } from './quote.ts'
import type { Place } from './place.ts'

/** Finds the columns of a place by reading its line again. Where the file has changed since, the line alone is given. */
export function locate(run: Run, place: Place): Location {
  const text = run.textAt(place)
  const { start, end } = text === undefined ? { start: 0, end: 0 } : spanOf(text, place)
  return {
    file: run.files[place.file]!.name,
    line: place.line,
    column: start + 1,
    endColumn: end + 1,
    ...(place.label !== undefined && { label: visible(place.label) }),
  }
}

function spanOf(text: string, { paths, inside, at }: Place): { start: number; end: number } {
  if (at !== undefined) return { start: at, end: Math.min(at + 1, text.length) }
  const found = paths && spansOf(text, paths).find((span) => span !== undefined)
  if (found && inside && text[found.start] === '"') return spanInString(text, found, inside)
  return found ?? { start: 0, end: text.length }
}
