import { check } from '../src/check/check.ts'
import { buildGraph } from '../src/graph/build-graph.ts'
import type { Column } from '../src/read/column.ts'
import type { Run } from '../src/read/run.ts'
import { reportPieces } from '../src/report/report-formats.ts'

/** All that a run holds, and the bytes of its report: in that are all places too. @param isCompared whether a column is. */
export function everythingOf(run: Run, isCompared: (column: string) => boolean = () => true) {
  const valuesOf = (columns: object): unknown =>
    Object.entries(columns)
      .filter(([name]) => isCompared(name))
      .map(([name, column]) => [name, [...(column as Column<Int32Array>).values]])
  const { strings, identifiers, resources, lineage, problems, files } = run
  const report = check(buildGraph(run), { preset: 'strict' })
  return {
    files,
    strings: Array.from({ length: strings.size }, (_, i) => strings.get(i)),
    identifiers: Array.from({ length: identifiers.size }, (_, i) => identifiers.get(i)),
    resources: valuesOf(resources),
    lineage: valuesOf(lineage),
    problems,
    report: Buffer.concat(Array.from(reportPieces(report, 'json'), (piece) => Buffer.from(piece))).toString(
      'latin1',
    ), // a character a byte
  }
}
