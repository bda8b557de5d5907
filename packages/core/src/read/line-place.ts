import type { LinePlace } from './problem.ts'
import type { RunLines } from './run-lines.ts'
import type { Run } from './run.ts'

/**
 * The text of a line that declares something or that a finding points to, read again; undefined for any other line, and where the
 * file has changed since.
 */
export function textOfLineAt(run: Run, fileName: string, line: number): string | undefined {
  const file = run.files.findIndex(({ name }) => name === fileName)
  const place = file < 0 ? undefined : placeOfLine(run, file, line)
  return place && textOfLineFrom(run.lines, place, line)
}

/**
 * Reads some lines again when the run itself has been let go.
 * @param wanted the lines that will be asked for.
 */
export function keepLines(
  run: Run,
  wanted: Iterable<{ readonly file: string; readonly line: number }>,
): (file: string, line: number) => string | undefined {
  const { lines } = run
  const fileOf = new Map(run.files.map(({ name }, file) => [name, file]))
  const places = run.files.map(() => new Map<number, LinePlace>())
  for (const { file: name, line } of wanted) {
    const file = fileOf.get(name)
    const place = file === undefined ? undefined : placeOfLine(run, file, line)
    if (place) places[place.file]?.set(line, place)
  }
  return (name, line) => {
    const place = places[fileOf.get(name) ?? -1]?.get(line)
    return place && textOfLineFrom(lines, place, line)
  }
}

/** The text of a line: in a CSV file, one of those that the row at a place goes on over. */
function textOfLineFrom(lines: RunLines, place: LinePlace, line: number): string | undefined {
  const text = lines.textAt(place)
  if (text === undefined || lines.formOf(place.file) === undefined) return text
  return text.split('\n')[line - place.line]?.replace(/\r$/, '')
}

/**
 * Where a line begins that declares something or that a problem was found on, or the row of a CSV file that the line is in; undefined for
 * any other line. What a run holds is in the order of files and lines, so this is a binary search.
 */
function placeOfLine(run: Run, file: number, line: number): LinePlace | undefined {
  const { resources, lineage, problems } = run
  let nearest: LinePlace = { file, line: 1, offset: 0 }
  for (const columns of [resources, lineage]) {
    const last = lastUpTo(
      columns.length,
      (i) => columns.file.at(i),
      (i) => columns.line.at(i),
      file,
      line,
    )
    if (last >= 0 && columns.line.at(last) > nearest.line)
      nearest = { file, line: columns.line.at(last), offset: columns.offset.at(last) }
  }
  const last = lastUpTo(
    problems.length,
    (i) => problems[i]!.file,
    (i) => problems[i]!.line,
    file,
    line,
  )
  if (last >= 0 && problems[last]!.line > nearest.line) nearest = problems[last]!
  return nearest.line === line || run.formOf(file) ? nearest : undefined
}

/** The index of the last place of a file that is no further down than a line; -1 where there is none. Nothing is made for it. */
function lastUpTo(
  length: number,
  fileAt: (index: number) => number,
  lineAt: (index: number) => number,
  file: number,
  line: number,
): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    const there = fileAt(middle)
    if (there < file || (there === file && lineAt(middle) <= line)) low = middle + 1
    else high = middle
  }
  return low > 0 && fileAt(low - 1) === file ? low - 1 : -1
}
