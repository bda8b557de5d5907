import type { Page } from '../page.ts'

export const page: Page = {
  mend: 'Take the edge out: parent_databuilder_id says it. Declare lineage for where the data comes from.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "dashboard_group", "databuilder_id": "dashboard_group.default", "title": "default"}',
        '{"entity_type": "dashboard", "databuilder_id": "dashboard.24", "parent_databuilder_id": "dashboard_group.default", "title": "Revenue", "group": "default"}',
      ],
      'lineage.jsonl': [
        '{"from_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.24"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "dashboard_group.default"}}',
      ],
    },
  },
  good: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "dashboard_group", "databuilder_id": "dashboard_group.default", "title": "default"}',
        '{"entity_type": "dashboard", "databuilder_id": "dashboard.24", "parent_databuilder_id": "dashboard_group.default", "title": "Revenue", "group": "default"}',
      ],
      'lineage.jsonl': [
        '{"from_identifier": {"type": "external_table", "database": "shop", "schema": "public", "table": "orders"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.24"}}',
      ],
    },
  },
}
