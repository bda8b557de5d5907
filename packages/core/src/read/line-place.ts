import type { LineageColumns, ResourceColumns } from './batch.ts'
import type { LinePlace } from './problem.ts'
import type { Run } from './run.ts'

/**
 * The text of a line that declares something or that a finding points to, read again; undefined for any other line, and where the
 * file has changed since.
 */
export function textOfLineAt(run: Run, fileName: string, line: number): string | undefined {
  const file = run.files.findIndex(({ name }) => name === fileName)
  const place = file < 0 ? undefined : placeOfLine(run, file, line)
  return place && run.textAt(place)
}

/**
 * Where a line begins that declares something or that a problem was found on; undefined for any other line. What a run holds is in
 * the order of files and lines, so this is a binary search.
 */
function placeOfLine(run: Run, file: number, line: number): LinePlace | undefined {
  if (line === 1) return { file, line, offset: 0 }
  const { resources, lineage, problems } = run
  const offset =
    offsetIn(resources, file, line) ??
    offsetIn(lineage, file, line) ??
    offsetOf(problems.length, (i) => problems[i]!, file, line)
  return offset === undefined ? undefined : { file, line, offset }
}

const offsetIn = (
  columns: ResourceColumns | LineageColumns,
  file: number,
  line: number,
): number | undefined =>
  offsetOf(
    columns.length,
    (i) => ({ file: columns.file.at(i), line: columns.line.at(i), offset: columns.offset.at(i) }),
    file,
    line,
  )

function offsetOf(
  length: number,
  at: (index: number) => LinePlace,
  file: number,
  line: number,
): number | undefined {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    const place = at(middle)
    if (place.file < file || (place.file === file && place.line < line)) low = middle + 1
    else high = middle
  }
  if (low === length) return undefined
  const place = at(low)
  return place.file === file && place.line === line ? place.offset : undefined
}
