import type { Finding } from '../check/finding.ts'
import { nodesOfFinding } from '../check/nodes-of-finding.ts'
import { findingsOf } from '../check/verdict-lists.ts'
import { EXPORT_FORMAT, EXPORT_VERSION } from '../model/export-head.ts'
import { TOOL } from '../model/tool.ts'
import { declaredLines, declaredText } from './declared-lines.ts'
import type { ExportForm } from './export-form.ts'
import type { Extract } from './extract.ts'
import { jsonListField, jsonOf } from './json-lines.ts'

/**
 * The checked graph in our own form, one declaration, node, edge or finding a line. `declarations` are the lines of the run as they stand
 * there, so that the document is read again as the run that it was made from; `nodes` and `edges` are what they mean.
 */
export const json: ExportForm = {
  files: { 'graph.json': document },
  rollsUp: false,
}

function* document(extract: Extract): Generator<string> {
  const { summary } = extract.report
  const positions = positionsOf(extract)
  yield `{\n"format": "${EXPORT_FORMAT}",\n"version": ${EXPORT_VERSION},\n"tool": ${JSON.stringify(TOOL)},\n`
  yield `"summary": ${JSON.stringify(summary)},\n`
  yield* jsonListField('declarations', textsOf(extract))
  yield ',\n'
  yield* jsonListField('nodes', jsonOf(nodesOf(extract, positions.resources)))
  yield ',\n'
  yield* jsonListField('edges', jsonOf(edgesOf(extract, positions.lineage)))
  yield ',\n'
  yield* jsonListField('findings', jsonOf(findingsAbout(extract)))
  yield '\n}\n'
}

function* textsOf(extract: Extract): Generator<string> {
  for (const declared of declaredLines(extract)) yield declaredText(extract.graph, declared)
}

/** Where each declaration of the run stands among those of the document. */
interface Positions {
  readonly resources: Uint32Array
  readonly lineage: Uint32Array
}

function positionsOf(extract: Extract): Positions {
  const { run } = extract.graph
  const positions: Positions = {
    resources: new Uint32Array(run.resources.length),
    lineage: new Uint32Array(run.lineage.length),
  }
  let position = 0
  for (const { kind, index } of declaredLines(extract)) {
    if (kind === 'resource') positions.resources[index] = position
    else if (kind === 'lineage') positions.lineage[index] = position
    position++
  }
  return positions
}

function* nodesOf(extract: Extract, positions: Uint32Array): Generator<unknown> {
  const { graph } = extract
  for (const node of extract.nodes()) {
    const parent = graph.parentOf(node)
    const declared = graph.resourceOf(node)
    yield {
      key: graph.keyOf(node),
      kind: graph.kindOf(node),
      entity_type: graph.typeOf(node) || null,
      title: graph.titleOf(node),
      identifier: graph.identifierOf(node),
      parent: parent < 0 ? null : graph.keyOf(parent),
      place: graph.placeOf(node) ?? null,
      declaration: declared < 0 ? null : (positions[declared] ?? null),
    }
  }
}

function* edgesOf(extract: Extract, positions: Uint32Array): Generator<unknown> {
  const { graph } = extract
  for (const edge of extract.edgeIndexes())
    yield {
      from: graph.keyOf(graph.fromOf(edge)),
      to: graph.keyOf(graph.toOf(edge)),
      places: graph.placesOf(edge),
      declarations: Array.from(graph.linesOf(edge), (line) => positions[line] ?? null),
    }
}

/** Of a part of the graph those that are about something in it. */
function* findingsAbout(extract: Extract): Generator<Finding> {
  const { graph, report, isPart } = extract
  for (const finding of findingsOf(report))
    if (!isPart || nodesOfFinding(graph, finding).some((node) => extract.has(node))) yield finding
}
