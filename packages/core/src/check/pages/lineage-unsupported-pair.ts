import type { Page } from '../page.ts'

export const page: Page = {
  source:
    'Secoda’s SDK page lists the pairs: internal with internal, internal with external table or column, two external tables, and a query to internal.',
  mend: 'Let one end be an internal_resource. Lineage between two things that exist already belongs to the integration that declares one of them.',
  bad: {
    files: {
      'lineage.jsonl': [
        '{"from_identifier": {"type": "external_column", "database": "shop", "schema": "public", "table": "orders", "column": "total"}, "to_identifier": {"type": "external_table", "database": "shop", "schema": "public", "table": "daily_revenue"}}',
      ],
    },
  },
  good: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "dashboard", "databuilder_id": "dashboard.24", "title": "Revenue", "group": "default"}',
      ],
      'lineage.jsonl': [
        '{"from_identifier": {"type": "external_column", "database": "shop", "schema": "public", "table": "orders", "column": "total"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.24"}}',
      ],
    },
  },
}
