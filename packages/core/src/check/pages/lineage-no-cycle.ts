import type { Page } from '../page.ts'

export const page: Page = {
  source:
    'Secoda’s pages say that data flows from from_identifier to to_identifier; of circles they say nothing.',
  mend: 'Each hop of the circle is one edge, with its line. Find the one that was declared the wrong way round: data flows from from_identifier to to_identifier. The help names a small set of edges that opens every circle among these things; turn them round or take them out.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "table", "databuilder_id": "orders", "title": "orders", "schema": "public", "database": "shop"}',
        '{"entity_type": "dashboard", "databuilder_id": "dashboard.24", "title": "Revenue", "group": "default"}',
      ],
      'lineage.jsonl': [
        '{"from_identifier": {"type": "internal_resource", "databuilder_id": "orders"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.24"}}',
        '{"from_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.24"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "orders"}}',
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
