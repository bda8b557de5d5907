import type { Page } from '../page.ts'

export const page: Page = {
  source:
    'The package makes cluster, database and schema optional, so that a mention may fit several tables; Secoda’s fields page requires them.',
  mend: 'Give its schema and database. Where that does not help, because two tables have the same name in one schema, and one of them is of this run, name that by its id, as an internal_resource.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "dashboard", "databuilder_id": "dashboard.24", "title": "Revenue", "group": "default"}',
      ],
      'lineage.jsonl': [
        '{"from_identifier": {"type": "external_table", "database": "shop", "table": "orders"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.24"}}',
      ],
    },
    workspace: {
      'warehouse.jsonl': [
        '{"database": "shop", "schema": "public", "table": "orders"}',
        '{"database": "shop", "schema": "archive", "table": "orders"}',
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
        '{"database": "shop", "schema": "public", "table": "orders"}',
        '{"database": "shop", "schema": "archive", "table": "orders"}',
      ],
    },
  },
}
