import type { LineageColumns, ResourceColumns } from './batch.ts'
import type { LinePlace } from './problem.ts'
import type { RunLines } from './run-lines.ts'
import type { Run } from './run.ts'

/**
 * The text of a line that declares something or that a finding points to, read again; undefined for any other line, and where the
 * file has changed since.
 * @example
 * ```ts
 * const text = textOfLineAt(run, 'out/resources.jsonl', 3)
 * ```
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
export function textOfLineFrom(lines: RunLines, place: LinePlace, line: number): string | undefined {
  const text = lines.textAt(place)
  if (text === undefined || lines.formOf(place.file) === undefined) return text
  return text.split('\n')[line - place.line]?.replace(/\r$/, '')
}

/**
 * Where a line begins that declares something or that a problem was found on, or the row of a CSV file that the line is in; undefined for
 * any other line, and for one of an export on which several declarations stand. What a run holds is in the order of files and lines, so this
 * is a binary search.
 */
function placeOfLine(run: Run, file: number, line: number): LinePlace | undefined {
  const { resources, lineage, problems } = run
  const lists: readonly PlaceList[] = [
    { length: resources.length, at: placesIn(resources) },
    { length: lineage.length, at: placesIn(lineage) },
    { length: problems.length, at: (i) => problems[i]! },
  ]
  if (run.lines.isExport(file)) return onlyPlace(lists, file, line)
  let nearest: LinePlace = { file, line: 1, offset: 0 }
  for (const list of lists) {
    const place = lastPlace(list, file, line)
    if (place && place.line > nearest.line) nearest = place
  }
  return nearest.line === line || run.formOf(file) ? nearest : undefined
}

/** Places in the order of files and lines. */
interface PlaceList {
  readonly length: number
  readonly at: (index: number) => LinePlace
}

const placesIn =
  (columns: ResourceColumns | LineageColumns) =>
  (index: number): LinePlace => ({
    file: columns.file.at(index),
    line: columns.line.at(index),
    offset: columns.offset.at(index),
  })

/** The last place of a file that is no further down than a line. */
function lastPlace(list: PlaceList, file: number, line: number): LinePlace | undefined {
  const count = countUpTo(list, file, line)
  const place = count > 0 ? list.at(count - 1) : undefined
  return place?.file === file ? place : undefined
}

/** The one place on a line; undefined where there is none, or several. */
function onlyPlace(lists: readonly PlaceList[], file: number, line: number): LinePlace | undefined {
  const places = lists.flatMap((list) => {
    const [before, count] = [countUpTo(list, file, line - 1), countUpTo(list, file, line)]
    return count > before ? [list.at(before), list.at(count - 1)] : []
  })
  return places.every(({ offset }) => offset === places[0]!.offset) ? places[0] : undefined
}

/** How many places there are as far as the end of a line. */
function countUpTo({ length, at }: PlaceList, file: number, line: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    const place = at(middle)
    if (place.file < file || (place.file === file && place.line <= line)) low = middle + 1
    else high = middle
  }
  return low
}
