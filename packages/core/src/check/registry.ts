import type { Rule } from './rule.ts'
import { staleEntry } from './rules/baseline-stale-entry.ts'
import { fanOut } from './rules/graph-fan-out.ts'
import { isolated } from './rules/graph-isolated.ts'
import { columnOrder } from './rules/hierarchy-column-order.ts'
import { danglingParent } from './rules/hierarchy-dangling-parent.ts'
import { duplicateSibling } from './rules/hierarchy-duplicate-sibling.ts'
import { locationMismatch } from './rules/hierarchy-location-mismatch.ts'
import { missingParent } from './rules/hierarchy-missing-parent.ts'
import { noParentCycle } from './rules/hierarchy-no-cycle.ts'
import { selfParent } from './rules/hierarchy-self-parent.ts'
import { unusualParent } from './rules/hierarchy-unusual-parent.ts'
import { wrongParent } from './rules/hierarchy-wrong-parent.ts'
import { csvDisagreement } from './rules/input-csv-disagreement.ts'
import { csvHeader } from './rules/input-csv-header.ts'
import { csvValue } from './rules/input-csv-value.ts'
import { emptyFile } from './rules/input-empty.ts'
import { invalidEncoding } from './rules/input-invalid-encoding.ts'
import { invalidJson } from './rules/input-invalid-json.ts'
import { lineTooLong } from './rules/input-line-too-long.ts'
import { notADeclaration } from './rules/input-not-a-declaration.ts'
import { truncated } from './rules/input-truncated.ts'
import { ambiguousExternal } from './rules/lineage-ambiguous-external.ts'
import { danglingInternal } from './rules/lineage-dangling-internal.ts'
import { duplicateEdge } from './rules/lineage-duplicate-edge.ts'
import { externalCaseMismatch } from './rules/lineage-external-case-mismatch.ts'
import { invalidIdentifier } from './rules/lineage-invalid-identifier.ts'
import { noCycle } from './rules/lineage-no-cycle.ts'
import { noInternalEndpoint } from './rules/lineage-no-internal-endpoint.ts'
import { noSelf } from './rules/lineage-no-self.ts'
import { preferInternal } from './rules/lineage-prefer-internal.ts'
import { queryAsTarget } from './rules/lineage-query-as-target.ts'
import { queryNoTables } from './rules/lineage-query-no-tables.ts'
import { queryNotUnderstood } from './rules/lineage-query-not-understood.ts'
import { restatesParent } from './rules/lineage-restates-parent.ts'
import { underspecifiedExternal } from './rules/lineage-underspecified-external.ts'
import { unknownInCatalog } from './rules/lineage-unknown-in-catalog.ts'
import { unresolvedExternal } from './rules/lineage-unresolved-external.ts'
import { unsupportedPair } from './rules/lineage-unsupported-pair.ts'
import { coercedField } from './rules/resource-coerced-field.ts'
import { conflictingId } from './rules/resource-conflicting-id.ts'
import { idCaseCollision } from './rules/resource-id-case-collision.ts'
import { idWhitespace } from './rules/resource-id-whitespace.ts'
import { invalidTimestamp } from './rules/resource-invalid-timestamp.ts'
import { missingId } from './rules/resource-missing-id.ts'
import { missingRequiredField } from './rules/resource-missing-required-field.ts'
import { missingTitle } from './rules/resource-missing-title.ts'
import { repeatedDeclaration } from './rules/resource-repeated-declaration.ts'
import { unknownEntityType } from './rules/resource-unknown-entity-type.ts'
import { unknownField } from './rules/resource-unknown-field.ts'
import { wrongFieldType } from './rules/resource-wrong-field-type.ts'

/** Every rule there is. Their order means nothing: findings are sorted. */
export const RULES: readonly Rule[] = [
  invalidJson,
  notADeclaration,
  invalidEncoding,
  truncated,
  lineTooLong,
  csvHeader,
  csvValue,
  csvDisagreement,
  emptyFile,
  missingId,
  wrongFieldType,
  coercedField,
  unknownField,
  unknownEntityType,
  missingRequiredField,
  conflictingId,
  repeatedDeclaration,
  idCaseCollision,
  idWhitespace,
  missingTitle,
  invalidTimestamp,
  danglingParent,
  missingParent,
  wrongParent,
  unusualParent,
  selfParent,
  noParentCycle,
  locationMismatch,
  duplicateSibling,
  columnOrder,
  invalidIdentifier,
  danglingInternal,
  queryAsTarget,
  unsupportedPair,
  noInternalEndpoint,
  noSelf,
  noCycle,
  duplicateEdge,
  restatesParent,
  ambiguousExternal,
  underspecifiedExternal,
  externalCaseMismatch,
  preferInternal,
  unresolvedExternal,
  unknownInCatalog,
  queryNotUnderstood,
  queryNoTables,
  isolated,
  fanOut,
  staleEntry,
]
