import type { Page } from '../page.ts'

export const page: Page = {
  source: 'In the SDK to_identifier never takes tables_from_query.',
  mend: 'Make the query the from end. Where the query fills a table, let the edge end there: from the query to the table.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "dashboard", "databuilder_id": "dashboard.24", "title": "Revenue", "group": "default"}',
      ],
      'lineage.jsonl': [
        '{"from_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.24"}, "to_identifier": {"type": "tables_from_query", "sql": "SELECT total FROM shop.public.orders"}}',
      ],
    },
  },
  good: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "dashboard", "databuilder_id": "dashboard.24", "title": "Revenue", "group": "default"}',
      ],
      'lineage.jsonl': [
        '{"from_identifier": {"type": "tables_from_query", "sql": "SELECT total FROM shop.public.orders"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.24"}}',
      ],
    },
  },
}
