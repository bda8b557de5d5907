import type { Page } from '../page.ts'

export const page: Page = {
  mend: 'Declare it once. A set of the edges that are declared already keeps a loop from doing it again.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "table", "databuilder_id": "orders", "title": "orders", "schema": "public", "database": "shop"}',
        '{"entity_type": "dashboard", "databuilder_id": "dashboard.24", "title": "Revenue", "group": "default"}',
      ],
      'lineage.jsonl': [
        '{"from_identifier": {"type": "internal_resource", "databuilder_id": "orders"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.24"}}',
        '{"from_identifier": {"type": "internal_resource", "databuilder_id": "orders"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.24"}}',
      ],
    },
  },
  good: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "table", "databuilder_id": "orders", "title": "orders", "schema": "public", "database": "shop"}',
        '{"entity_type": "dashboard", "databuilder_id": "dashboard.24", "title": "Revenue", "group": "default"}',
      ],
      'lineage.jsonl': [
        '{"from_identifier": {"type": "internal_resource", "databuilder_id": "orders"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.24"}}',
      ],
    },
  },
}
