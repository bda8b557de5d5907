import type { Page } from '../page.ts'

export const page: Page = {
  source: 'Secoda’s page describes external tables as ones that the workspace has already.',
  mend: 'Correct the name; the help names the nearest table or column. If the table is new, bring the catalog up to date.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "dashboard", "databuilder_id": "dashboard.24", "title": "Revenue", "group": "default"}',
      ],
      'lineage.jsonl': [
        '{"from_identifier": {"type": "external_table", "database": "shop", "schema": "public", "table": "ordres"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.24"}}',
      ],
    },
    workspace: {
      'warehouse.jsonl': [
        '{"database": "shop", "schema": "public", "table": "orders", "columns": ["id", "total"]}',
      ],
    },
  },
  good: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "dashboard", "databuilder_id": "dashboard.24", "title": "Revenue", "group": "default"}',
      ],
      'lineage.jsonl': [
        '{"from_identifier": {"type": "external_table", "database": "shop", "schema": "public", "table": "orders"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.24"}}',
      ],
    },
    workspace: {
      'warehouse.jsonl': [
        '{"database": "shop", "schema": "public", "table": "orders", "columns": ["id", "total"]}',
      ],
    },
  },
}
