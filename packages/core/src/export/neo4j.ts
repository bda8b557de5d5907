import { nodeAttributes } from '../graph/graphology-attributes.ts'
import { ENTITY_TYPES } from '../model/resource.ts'
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES } from './attributes.ts'
import { csvRow } from './csv-text.ts'
import type { ExportForm } from './export-form.ts'
import type { Extract } from './extract.ts'

/**
 * What `neo4j-admin database import` takes: nodes with the label Resource and a second one for their type, and two types of relationships,
 * FEEDS for lineage and IN for what lies in what. Source: https://neo4j.com/docs/operations-manual/current/import/
 */
export const neo4j: ExportForm = {
  files: { 'nodes.csv': nodes, 'relationships.csv': relationships },
  rollsUp: true,
}

function* nodes(extract: Extract): Generator<string> {
  const { graph } = extract
  yield `key:ID,${headers(NODE_ATTRIBUTES)},:LABEL\n`
  for (const node of extract.nodes()) {
    const attributes = nodeAttributes(graph, node)
    yield csvRow([graph.keyOf(node), ...Object.values(attributes), `Resource;${labelOf(attributes)}`])
  }
}

function* relationships(extract: Extract): Generator<string> {
  const { graph } = extract
  yield `:START_ID,:END_ID,${headers(EDGE_ATTRIBUTES)},:TYPE\n`
  for (const { from, to, declarations } of extract.edges())
    yield csvRow([graph.keyOf(from), graph.keyOf(to), declarations, 'FEEDS'])
  for (const node of extract.nodes()) {
    const parent = graph.parentOf(node)
    if (parent >= 0 && extract.has(parent)) yield csvRow([graph.keyOf(node), graph.keyOf(parent), null, 'IN'])
  }
}

const headers = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, type]) => `${name}:${type}`)
    .join()

/** `dashboard_group` becomes `DashboardGroup`. Of a type that Secoda does not know, which may be any text, there is none but its kind. */
function labelOf({ kind, entity_type }: { readonly kind: string; readonly entity_type: string }): string {
  const name = (ENTITY_TYPES as readonly string[]).includes(entity_type) ? entity_type : kind
  return name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
