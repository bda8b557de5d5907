import type { Page } from '../page.ts'

export const page: Page = {
  mend: 'Give both: the source of the data most often knows them.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "dashboard", "databuilder_id": "dashboard.24", "title": "Revenue", "group": "default"}',
      ],
      'lineage.jsonl': [
        '{"from_identifier": {"type": "external_table", "table": "orders"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.24"}}',
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
