export { check } from './check/check.ts'
export { ConfigError, validateConfig, type CheckConfig } from './check/config.ts'
export {
  SEVERITIES,
  type Finding,
  type Location,
  type Report,
  type Severity,
  type Subject,
  type Summary,
} from './check/finding.ts'
export { RULES } from './check/registry.ts'
export { PRESETS, type Discovery, type Preset, type Rule } from './check/rule.ts'
export { statsOf, type Stats } from './check/stats.ts'
export { EXPORT_FORMATS, exportGraph, type ExportFormat } from './export/export-graph.ts'
export { nodesOfFinding } from './check/nodes-of-finding.ts'
export { quote, visible } from './check/quote.ts'
export { UPLOAD_FILES, uploadFile, uploadForm, type UploadFile } from './export/upload-form.ts'
export { buildGraph } from './graph/build-graph.ts'
export { csrOf, edgesOf, rowOf, type Csr, type EdgeIndex } from './graph/csr.ts'
export { depths, parentCircles } from './graph/hierarchy.ts'
export { LineageGraph, type Declaration } from './graph/lineage-graph.ts'
export { longestPath } from './graph/longest-path.ts'
export { nearestName } from './graph/nearest-name.ts'
export { reachable } from './graph/reachable.ts'
export { rollUp, shownAncestors, type RolledEdge, type RolledUp } from './graph/roll-up.ts'
export { strongComponents, type StrongComponents } from './graph/strong-components.ts'
export { toGraphology, type GraphologyEdge, type GraphologyNode } from './graph/to-graphology.ts'
export { topologicalOrder } from './graph/topological-order.ts'
export { weakComponents } from './graph/weak-components.ts'
export { isJsonObject, type JsonObject } from './model/declaration.ts'
export {
  IDENTIFIER_FIELDS,
  IDENTIFIER_TYPES,
  LineageIdentifier,
  type IdentifierType,
} from './model/identifier.ts'
export { DeclaredLineage, LINEAGE_ENDS } from './model/lineage.ts'
export {
  ENTITY_TYPES,
  FIELD_TYPES,
  PRINTED_UNSET,
  RESOURCE_FIELDS,
  Resource,
  type EntityType,
  type ResourceField,
} from './model/resource.ts'
export { TOOL } from './model/tool.ts'
export { describe } from './read/describe.ts'
export { textOfLineAt } from './read/line-place.ts'
export { isRunFile } from './read/run-file.ts'
export { readRun, type ReadOptions, type ReadProgress } from './read/read-run.ts'
export { Run, type RunFile } from './read/run.ts'
export { textOfLine } from './read/text-of-line.ts'
export { bytesSource, type Source } from './read/source.ts'
export { conciseReport } from './report/concise.ts'
export { frameOf, type Frame } from './report/frame.ts'
export { jsonReport, type JsonOptions } from './report/json.ts'
export { prettyReport, summaryLine, type PrettyOptions } from './report/pretty.ts'
export type { NodeIndex, NodeKind } from './resolve/nodes.ts'
export { SQL_DIALECTS, type SqlDialect } from './resolve/sql/dialects.ts'
export type { QueryWarning } from './resolve/sql/query-warning.ts'
export type { QueryTable } from './resolve/sql/table-reads.ts'
export { tablesFromQuery, type QueryOptions, type TablesFromQuery } from './resolve/sql/tables-from-query.ts'
