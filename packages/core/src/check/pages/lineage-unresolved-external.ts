import type { Page } from '../page.ts'

export const page: Page = {
  mend: 'Give a catalog of the workspace: --workspace warehouse.csv, or dbt’s manifest.json, or another integration’s run. Then it is known whether the table is there.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "dashboard", "databuilder_id": "dashboard.24", "title": "Revenue", "group": "default"}',
      ],
      'lineage.jsonl': [
        '{"from_identifier": {"type": "external_table", "database": "shop", "schema": "public", "table": "orders"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.24"}}',
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
