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
export const textOfLineAt = (run: Run, fileName: string, line: number): string | undefined =>
  textsOfLines(run)(fileName, line)

/** The same for many lines of a run, which has been read. */
export function textsOfLines(run: Run): (fileName: string, line: number) => string | undefined {
  const places = new PlacesOfLines(run)
  return (fileName, line) => {
    const file = run.files.findIndex(({ name }) => name === fileName)
    const place = file < 0 ? undefined : places.of(file, line)
    return place && textOfLineFrom(run.lines, place, line)
  }
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
  const placesOfLines = new PlacesOfLines(run)
  const fileOf = new Map(run.files.map(({ name }, file) => [name, file]))
  const places = run.files.map(() => new Map<number, LinePlace>())
  for (const { file: name, line } of wanted) {
    const file = fileOf.get(name)
    const place = file === undefined ? undefined : placesOfLines.of(file, line)
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

/** Places in the order of files and lines, as columns. */
interface PlaceList {
  readonly length: number
  fileAt(index: number): number
  lineAt(index: number): number
  offsetAt(index: number): number
}

const placesIn = ({ length, file, line, offset }: ResourceColumns | LineageColumns): PlaceList => ({
  length,
  fileAt: (index) => file.at(index),
  lineAt: (index) => line.at(index),
  offsetAt: (index) => offset.at(index),
})

const placesOf = (problems: readonly LinePlace[]): PlaceList => ({
  length: problems.length,
  fileAt: (index) => problems[index]!.file,
  lineAt: (index) => problems[index]!.line,
  offsetAt: (index) => problems[index]!.offset,
})

/** What a run holds is in the order of files and lines, so that each line is a binary search. */
class PlacesOfLines {
  readonly #run: Run
  readonly #lists: readonly PlaceList[]
  /** By list, how many places there were as far as the line that was asked for last: the next one is mostly close behind it. */
  readonly #counts: number[]

  constructor(run: Run) {
    this.#run = run
    this.#lists = [placesIn(run.resources), placesIn(run.lineage), placesOf(run.problems)]
    this.#counts = this.#lists.map(() => 0)
  }

  /**
   * Where a line begins that declares something or that a problem was found on, or the row of a CSV file that the line is in; undefined for
   * any other line, and for one of an export on which several declarations stand.
   */
  of(file: number, line: number): LinePlace | undefined {
    const { lines } = this.#run
    if (lines.isExport(file)) return this.#onlyPlace(file, line)
    let nearest: LinePlace = { file, line: 1, offset: 0 }
    for (const [i, list] of this.#lists.entries()) {
      const last = (this.#counts[i] = countUpTo(list, file, line, this.#counts[i])) - 1
      if (last >= 0 && list.fileAt(last) === file && list.lineAt(last) > nearest.line)
        nearest = placeAt(list, last)
    }
    return nearest.line === line || lines.formOf(file) ? nearest : undefined
  }

  /** The one place on a line; undefined where there is none, or several. */
  #onlyPlace(file: number, line: number): LinePlace | undefined {
    const places = this.#lists.flatMap((list) => {
      const [before, count] = [countUpTo(list, file, line - 1), countUpTo(list, file, line)]
      return count > before ? [placeAt(list, before), placeAt(list, count - 1)] : []
    })
    return places.every(({ offset }) => offset === places[0]!.offset) ? places[0] : undefined
  }
}

const placeAt = (list: PlaceList, index: number): LinePlace => ({
  file: list.fileAt(index),
  line: list.lineAt(index),
  offset: list.offsetAt(index),
})

/** How many places there are as far as the end of a line. @param near a count to look around first. */
function countUpTo(list: PlaceList, file: number, line: number, near = 0): number {
  const isUpTo = (index: number): boolean => {
    const fileThere = list.fileAt(index)
    return fileThere < file || (fileThere === file && list.lineAt(index) <= line)
  }
  let low = near > 0 && isUpTo(near - 1) ? near : 0
  let high = list.length
  for (let step = 1; low > 0 && low + step < high; step *= 2) {
    if (!isUpTo(low + step - 1)) high = low + step - 1
    else low += step
  }
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isUpTo(middle)) low = middle + 1
    else high = middle
  }
  return low
}
