import type { Run } from '../read/run.ts'
import type { CsvFile } from '../read/csv-file.ts'
import { spanInString, spanOfName, spansOf, type Span } from '../read/scan-json.ts'
import { spanInBytes } from '../read/span-in-bytes.ts'
import type { Location } from './finding.ts'
import { Located } from './located.ts'
import type { Place } from './place.ts'

/**
 * Finds the columns of a place: where reading has not told them, by reading its line again, and where the file has changed since, the line
 * alone is given.
 */
export function locate(run: Run, place: Place): Location {
  const span = place.span ?? spanInLine(run, place)
  if (!span) return locateInText(run, place)
  return new Located(run, place, place.line, span.start + 1, span.end + 1)
}

/** As far as the bytes of the line tell it. */
function spanInLine(run: Run, place: Place): Span | undefined {
  const { paths, name, inside, at, cell } = place
  if (!paths || name || inside || at !== undefined || cell !== undefined) return undefined
  const bytes = run.lines.bytesFrom(place)
  return bytes && spanInBytes(bytes, paths)
}

function locateInText(run: Run, place: Place): Location {
  const text = run.declaredAt(place)
  const form = run.formOf(place.file)
  const { start, end } =
    text === undefined ? NOTHING : form ? spanInRow(text, form, place) : spanIn(text, place)
  // A row may go on over several lines: the location is the one that the mark begins on.
  const lineStart = form && text !== undefined ? text.lastIndexOf('\n', start - 1) + 1 : 0
  const lineEnd = text === undefined || !form ? -1 : text.indexOf('\n', start)
  const line = place.line + linesBefore(text, lineStart)
  const lastEnd = lineEnd < 0 ? end : Math.min(end, lineEnd)
  return new Located(run, place, line, start - lineStart + 1, lastEnd - lineStart + 1)
}

const NOTHING = { start: 0, end: 0 }

function spanIn(text: string, { paths, name, inside, at }: Place): Span {
  if (at !== undefined) return { start: at, end: Math.min(at + 1, text.length) }
  const found = name
    ? spanOfName(text, name)
    : paths && spansOf(text, paths).find((span) => span !== undefined)
  if (found && inside && text[found.start] === '"') return spanInString(text, found, inside)
  return found ?? { start: text.length - text.trimStart().length, end: text.length }
}

function spanInRow(text: string, form: CsvFile, { paths, at, cell }: Place): Span {
  if (at !== undefined) return { start: at, end: Math.min(at + 1, text.length) }
  const found = cell === undefined ? paths && form.spanOfFields(text, paths) : form.spanOfCell(text, cell)
  return found ?? { start: 0, end: text.length }
}

const linesBefore = (text: string | undefined, lineStart: number): number =>
  lineStart === 0 ? 0 : text!.slice(0, lineStart).split('\n').length - 1
