import type { Page } from '../page.ts'

export const page: Page = {
  mend: 'Name the resource of this integration that stands between the two, or leave the edge to the integration that declares one of them. If Secoda shows the edge in your workspace, switch the rule off.',
  bad: {
    files: {
      'lineage.jsonl': [
        '{"from_identifier": {"type": "external_table", "database": "shop", "schema": "public", "table": "orders"}, "to_identifier": {"type": "external_table", "database": "shop", "schema": "public", "table": "daily_revenue"}}',
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
  },
}
