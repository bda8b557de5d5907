import {
  buildGraph,
  bytesSource,
  check,
  exportGraph,
  readRun,
  type ExportOptions,
  type Report,
} from '../src/index.ts'

const encoder = new TextEncoder()

/** The texts of the files of an export, by name. */
export const exported = (report: Report, options: ExportOptions): Record<string, string> =>
  Object.fromEntries(exportGraph(report, options).map(({ name, text }) => [name, [...text].join('')]))

/** The text of an export of one file. */
export const exportedText = (report: Report, options: ExportOptions): string =>
  Object.values(exported(report, options)).join('')

/** What files are read as, and checked. */
export async function checkedFiles(files: Readonly<Record<string, string>>): Promise<Report> {
  const sources = Object.entries(files).map(([name, text]) => bytesSource(name, encoder.encode(text)))
  return check(buildGraph(await readRun(sources)))
}

/** All that a graph says, in an order that does not depend on that of its lines. */
export const meaningOf = ({ graph }: Report) => ({
  nodes: Array.from({ length: graph.nodeCount }, (_, node) =>
    JSON.stringify([
      graph.keyOf(node),
      graph.kindOf(node),
      graph.typeOf(node),
      graph.titleOf(node),
      graph.identifierOf(node),
      graph.parentOf(node) < 0 ? null : graph.keyOf(graph.parentOf(node)),
    ]),
  ).sort(),
  edges: Array.from({ length: graph.edgeCount }, (_, edge) =>
    JSON.stringify([graph.keyOf(graph.fromOf(edge)), graph.keyOf(graph.toOf(edge))]),
  ).sort(),
})
