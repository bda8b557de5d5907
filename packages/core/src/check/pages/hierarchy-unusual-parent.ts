import type { Page } from '../page.ts'

export const page: Page = {
  mend: 'Put the level between that is missing: a schema between table and database. A resource without a parent is no finding.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}',
        '{"entity_type": "table", "databuilder_id": "shop.public.orders", "parent_databuilder_id": "shop", "title": "orders", "schema": "public", "database": "shop"}',
      ],
    },
  },
  good: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}',
        '{"entity_type": "schema", "databuilder_id": "shop.public", "parent_databuilder_id": "shop", "title": "public"}',
        '{"entity_type": "table", "databuilder_id": "shop.public.orders", "parent_databuilder_id": "shop.public", "title": "orders", "schema": "public", "database": "shop"}',
      ],
    },
  },
}
