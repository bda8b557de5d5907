import type { Page } from '../page.ts'

export const page: Page = {
  source:
    'Secoda’s SDK page promises every table that the query reads; which dialects its reader knows it does not say.',
  mend: 'Mend the SQL at the marked place, or name the dialect that it is written in with "dialect" in the configuration. Where neither helps, declare the tables that it reads one by one, as external tables.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "dashboard", "databuilder_id": "dashboard.24", "title": "Revenue", "group": "default"}',
      ],
      'lineage.jsonl': [
        '{"from_identifier": {"type": "tables_from_query", "sql": "SELECT total FROM shop.public.orders WHERE note = \'late"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.24"}}',
      ],
    },
  },
  good: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "dashboard", "databuilder_id": "dashboard.24", "title": "Revenue", "group": "default"}',
      ],
      'lineage.jsonl': [
        '{"from_identifier": {"type": "tables_from_query", "sql": "SELECT total FROM shop.public.orders WHERE note = \'late\'"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.24"}}',
      ],
    },
  },
}
