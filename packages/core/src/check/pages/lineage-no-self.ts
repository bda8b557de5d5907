import type { Page } from '../page.ts'

export const page: Page = {
  mend: 'Take the edge out, unless the thing is really computed from its own earlier state, as an incremental load is. Such an edge is no circle for lineage/no-cycle.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "table", "databuilder_id": "orders", "title": "orders", "schema": "public", "database": "shop"}',
      ],
      'lineage.jsonl': [
        '{"from_identifier": {"type": "internal_resource", "databuilder_id": "orders"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "orders"}}',
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
