import type { Page } from '../page.ts'

export const page: Page = {
  source:
    'Pydantic, by which the SDK validates, converts such values. Secoda’s fields page itself writes is_pk as "true"; its package has a bool.',
  mend: 'Write the value in its own type. If what the SDK makes of it is what is meant, that value can be copied from the help.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "table", "databuilder_id": "shop.public.orders", "title": "orders", "schema": "public", "database": "shop"}',
        '{"entity_type": "column", "databuilder_id": "shop.public.orders.id", "parent_databuilder_id": "shop.public.orders", "title": "id", "is_pk": "true"}',
      ],
    },
  },
  good: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "table", "databuilder_id": "shop.public.orders", "title": "orders", "schema": "public", "database": "shop"}',
        '{"entity_type": "column", "databuilder_id": "shop.public.orders.id", "parent_databuilder_id": "shop.public.orders", "title": "id", "is_pk": true}',
      ],
    },
  },
}
