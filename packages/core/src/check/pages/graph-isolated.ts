import type { Page } from '../page.ts'

export const page: Page = {
  mend: 'Declare where their data comes from and goes to, as far as the source tells it. A table has lineage where one of its columns has some. It is one finding for the run, which counts them by type.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "table", "databuilder_id": "orders", "title": "orders", "schema": "public", "database": "shop"}',
        '{"entity_type": "dashboard", "databuilder_id": "dashboard.24", "title": "Revenue", "group": "default"}',
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
