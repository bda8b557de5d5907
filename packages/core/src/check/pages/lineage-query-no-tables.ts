import type { Page } from '../page.ts'

export const page: Page = {
  source: 'Secoda’s SDK page: such an identifier stands for every table that the query reads.',
  mend: 'Give the query that really fills the thing, or take the edge out.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "dashboard", "databuilder_id": "dashboard.24", "title": "Revenue", "group": "default"}',
      ],
      'lineage.jsonl': [
        '{"from_identifier": {"type": "tables_from_query", "sql": "SELECT 1"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.24"}}',
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
