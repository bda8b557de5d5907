// Declarations as Secoda's Python SDK prints them: every field present, a blank after `,` and `:`, nothing beyond ASCII.

const BEYOND_ASCII = /[\u007f-\uffff]/g
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
const text = (value) => (value == null ? 'null' : JSON.stringify(value).replace(BEYOND_ASCII, escaped))
const list = (values) => (values == null ? 'null' : `[${values.map(text).join(', ')}]`)

/** The line of a resource. What is not given is printed as the SDK prints what is unset. */
export const printResource = ({ title = '', sort_order = null, is_pk = false, hidden = false, ...rest }) =>
  `{"entity_type": ${text(rest.entity_type)}, "databuilder_id": ${text(rest.databuilder_id)}, ` +
  `"parent_databuilder_id": ${text(rest.parent_databuilder_id)}, "title": ${text(title)}, ` +
  `"description": ${text(rest.description)}, "definition": ${text(rest.definition)}, ` +
  `"external_updated_at": ${text(rest.external_updated_at)}, "native_type": ${text(rest.native_type)}, ` +
  `"owners": ${list(rest.owners)}, "sort_order": ${sort_order}, "type": ${text(rest.type)}, ` +
  `"is_pk": ${is_pk}, "hidden": ${hidden}, "schema": ${text(rest.schema)}, "database": ${text(rest.database)}, ` +
  `"group": ${text(rest.group)}, "product": ${text(rest.product)}}`

/** The line of an edge. Its ends are what `internal`, `externalTable` and `query` print. */
export const printLineage = (from, to) => `{"from_identifier": ${from}, "to_identifier": ${to}}`

export const internal = (id) => `{"type": "internal_resource", "databuilder_id": ${text(id)}}`

export const externalTable = ({ cluster, database, schema, table }) =>
  `{"type": "external_table", "cluster": ${text(cluster)}, "database": ${text(database)}, ` +
  `"schema": ${text(schema)}, "table": ${text(table)}}`

export const query = (sql) => `{"type": "tables_from_query", "sql": ${text(sql)}}`
