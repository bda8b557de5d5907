import type { Page } from '../page.ts'

export const page: Page = {
  source:
    'External tables are matched by the fields schema and database, the tree is built from parents: Secoda’s pages do not say which of them wins.',
  mend: 'Let the schema and database of a table be what the schema and database above it have as their titles. The finding names both; correct the one that is wrong.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "schema", "databuilder_id": "shop.public", "title": "public"}',
        '{"entity_type": "table", "databuilder_id": "shop.public.orders", "parent_databuilder_id": "shop.public", "title": "orders", "schema": "raw", "database": "shop"}',
      ],
    },
  },
  good: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "schema", "databuilder_id": "shop.public", "title": "public"}',
        '{"entity_type": "table", "databuilder_id": "shop.public.orders", "parent_databuilder_id": "shop.public", "title": "orders", "schema": "public", "database": "shop"}',
      ],
    },
  },
}
