export { baselineText, type Baseline, type BaselineEntry } from './check/baseline.ts'
export { check, type KnownOfRun } from './check/check.ts'
export { checkByPlan, type CheckPlan } from './check/check-plan.ts'
export { ConfigError } from './check/config-error.ts'
export { CONFIG_FILE, CONFIG_SCHEMA_URL, type ConfigFile } from './check/config-file.ts'
export { validateConfig, type CheckConfig, type Override } from './check/config.ts'
export {
  SEVERITIES,
  type CheckedRun,
  type Finding,
  type Location,
  type Report,
  type Severity,
  type Subject,
  type Summary,
  type Verdict,
} from './check/finding.ts'
export { grouped } from './check/grouped.ts'
export type { Level, RuleSetting } from './check/level.ts'
export type { Example, Page } from './check/page.ts'
export { parseBaseline } from './check/parse-baseline.ts'
export { parseConfig } from './check/parse-config.ts'
export { RULES } from './check/registry.ts'
export { findingNodes } from './check/finding-nodes.ts'
export {
  FindingList,
  type About,
  type FindingSource,
  type Headline,
  type Told,
} from './check/finding-list.ts'
export { quote, visible } from './check/quote.ts'
export { PRESETS, type Discovery, type Preset, type Rule, type RuleOptions } from './check/rule.ts'
export type { Words } from './check/say.ts'
export { optionsOf, type RuleOption } from './check/rule-options.ts'
export { errorsOf, findingsOf } from './check/verdict-lists.ts'
export { statsOf, type Stats } from './check/stats.ts'
export {
  changesByNode,
  NODE_CHANGES,
  type ChangesByNode,
  type NodeChange,
} from './compare/changes-by-node.ts'
export { compareRuns } from './compare/compare-runs.ts'
export type { Impact, ImpactExample } from './compare/impact.ts'
export { outermost, type Outermost } from './compare/outermost.ts'
export {
  RunDiff,
  type AddedResource,
  type ChangedResource,
  type DiffEdge,
  type DiffResource,
  type DiffSummary,
  type FieldChange,
  type MovedResource,
  type RemovedEdge,
  type RemovedResource,
  type RenamedResource,
} from './compare/run-diff.ts'
export { standingAround } from './compare/standing-around.ts'
export { ChangedFileError } from './export/changed-file-error.ts'
export { ExportError } from './export/export-error.ts'
export {
  EXPORT_FORMATS,
  exportFiles,
  exportGraph,
  type ExportedFile,
  type ExportFormat,
  type ExportOptions,
} from './export/export-graph.ts'
export { lineageLines, resourceLines, type UploadLine } from './export/upload-lines.ts'
export { nodesOfFinding } from './check/nodes-of-finding.ts'
export { UPLOAD_FILES, uploadFile, uploadForm, type UploadFile } from './export/upload-form.ts'
export { uploadText } from './export/upload-text.ts'
export { LEVELS, type Answer, type AskLevel, type Question } from './graph/ask/answer.ts'
export { askGraph, partOfAnswer, waysAt } from './graph/ask/ask.ts'
export { buildGraph } from './graph/build-graph.ts'
export { graphWith } from './graph/graph-with.ts'
export { csrOf, edgesOf, rowOf, type Csr, type EdgeIndex } from './graph/csr.ts'
export { declaredCircles, type DeclaredCircle, type DeclaredCircles } from './graph/declared-circles.ts'
export { depths, parentCircles } from './graph/hierarchy.ts'
export type { EdgeRead, ReadPlace } from './graph/edge-reads.ts'
export { lineFinder, SEVERAL, type LineFinder } from './graph/line-finder.ts'
export { LineageGraph, type Declaration, type NodeIdentifier } from './graph/lineage-graph.ts'
export { longestPath } from './graph/longest-path.ts'
export {
  neighbourhoodOf,
  REACHED,
  waitingAt,
  type Expansion,
  type Neighbourhood,
  type NeighbourhoodWish,
  type Side,
} from './graph/neighbourhood.ts'
export { nearestName } from './graph/nearest-name.ts'
export { betweenOf, countPaths, type Between, type PathsTaken } from './graph/between.ts'
export type { PathCount } from './graph/on-paths.ts'
export { innerEnd, pathsOf, type PathList, type PathsWish } from './graph/paths.ts'
export { reachOf, type Reach } from './graph/reach.ts'
export { spanOf, spanStarts, type Span, type SpanStart } from './graph/span.ts'
export { reachable } from './graph/reachable.ts'
export { findNode, type FoundNode } from './graph/select/find-node.ts'
export { nearestMeant } from './graph/select/nearest-meant.ts'
export { isOfType } from './graph/select/nodes-of-type.ts'
export {
  parseSelector,
  SELECTOR_METHODS,
  type ParsedSelector,
  type Selector,
  type SelectorFault,
  type SelectorMethod,
  type SelectorTerm,
} from './graph/select/parse-selector.ts'
export {
  selectNodes,
  type Selected,
  type SelectOptions,
  type SelectorResult,
} from './graph/select/select-nodes.ts'
export { selectorOf } from './graph/select/selector-of.ts'
export { strongComponents, type StrongComponents } from './graph/strong-components.ts'
export { OUTSIDE, type ThingGroup, type ThingIndex } from './graph/thing-groups.ts'
export type { GraphologyEdge, GraphologyNode } from './graph/graphology-attributes.ts'
export { toGraphology } from './graph/to-graphology.ts'
export { topologicalOrder } from './graph/topological-order.ts'
export { cardEdgesOf, edgesOfPair, type CardEdges } from './graph/visible-cards.ts'
export { foldThings } from './graph/visible-fold.ts'
export { visibleLineage, type Boxes, type LineageWish } from './graph/visible-lineage.ts'
export { readableLevel, visibleMap, type MapWish } from './graph/visible-map.ts'
export type { RowList, VisibleRows } from './graph/visible-rows.ts'
export {
  insideOf,
  isContainer,
  keyOfThing,
  rowsOf,
  thingOfKey,
  thingTreeOf,
  type ThingTree,
} from './graph/visible-tree.ts'
export {
  edgesBehind,
  endFinder,
  hiddenBelow,
  type Atlas,
  type Parts,
  type Visible,
  type VisibleLines,
} from './graph/visible.ts'
export { standInsOf, type Ways } from './graph/ways.ts'
export { weakComponents } from './graph/weak-components.ts'
export { isJsonObject, PRINTED_HEADS, type JsonObject } from './model/declaration.ts'
export { IDENTIFIER_FIELDS, IDENTIFIER_TYPES, type IdentifierType } from './model/identifier.ts'
export { LineageIdentifier } from './model/identifier-schema.ts'
export { LINEAGE_ENDS } from './model/lineage.ts'
export { DeclaredLineage } from './model/lineage-schema.ts'
export {
  ENTITY_TYPES,
  FIELD_TYPES,
  PRINTED_UNSET,
  RESOURCE_FIELDS,
  type EntityType,
  type ResourceField,
} from './model/resource.ts'
export { Resource } from './model/resource-schema.ts'
export { TOOL } from './model/tool.ts'
export { CATALOG_PARTS, type Catalog } from './read/catalog.ts'
export { printedFrom } from './read/declaration-in.ts'
export { describe } from './read/describe.ts'
export { textOfLineAt } from './read/line-place.ts'
export { HEADER_BYTES, looksLikeUpload } from './read/looks-like-upload.ts'
export { isGzip, peek } from './read/peek.ts'
export { isLineageFile, isRunFile, mayBeUpload } from './read/run-file.ts'
export { readRun, type ReadOptions, type ReadProgress } from './read/read-run.ts'
export { RecentBlocks } from './read/recent-blocks.ts'
export { Run } from './read/run.ts'
export type { RunFile } from './read/run-lines.ts'
export { BLOCK, sliceOfBlocks } from './read/slice-of-blocks.ts'
export { bytesSource, type Source, type SourceFault } from './read/source.ts'
export { LONGEST_LINE } from './read/split-lines.ts'
export { beginsAsPython } from './read/python-text.ts'
export { textOfLine } from './read/text-of-line.ts'
export { recoded, utf16Of } from './read/utf16.ts'
export { answerCsv, statsCsv } from './report/answer/answer-csv.ts'
export { answerJson, statsJson } from './report/answer/answer-json.ts'
export { answerText } from './report/answer/answer-text.ts'
export { fullName, typeText } from './report/answer/node-text.ts'
export { statsText } from './report/answer/stats-text.ts'
export { conciseReport } from './report/concise.ts'
export { DIFF_FORMATS, formatDiff, type DiffFormat } from './report/diff-formats.ts'
export type { DiffOptions } from './report/diff-sections.ts'
export { exampleFinding } from './report/example-finding.ts'
export { frameOf, type Frame } from './report/frame.ts'
export { githubReport } from './report/github.ts'
export { gitlabReport, type GitlabOptions } from './report/gitlab.ts'
export { jsonReport, type JsonOptions } from './report/json.ts'
export { pageMarkdown, type PageMarkdownOptions } from './report/page-markdown.ts'
export { pageText, type PageTextOptions } from './report/page-text.ts'
export { junitReport } from './report/junit.ts'
export { markdownReport } from './report/markdown.ts'
export { ndjsonReport } from './report/ndjson.ts'
export { prettyReport, type PrettyOptions } from './report/pretty.ts'
export {
  formatReport,
  FORMATS_WITH_STATS,
  REPORT_FORMATS,
  reportPieces,
  type ReportFormat,
  type ReportOptions,
} from './report/report-formats.ts'
export { sarifReport } from './report/sarif.ts'
export { explainSelectorFault } from './report/selector-fault.ts'
export { summaryLine } from './report/summary-line.ts'
export type { NodeIndex, NodeKind } from './resolve/nodes.ts'
export { SQL_DIALECTS, type SqlDialect } from './resolve/sql/dialect-names.ts'
export type { QueryWarning } from './resolve/sql/query-warning.ts'
export type { QueryTable } from './resolve/sql/table-reads.ts'
export type { ReadQuery } from './resolve/query-reads.ts'
export { tablesFromQuery, type QueryOptions, type TablesFromQuery } from './resolve/sql/tables-from-query.ts'
