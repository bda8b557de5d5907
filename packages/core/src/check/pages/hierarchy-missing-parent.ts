import type { Page } from '../page.ts'

export const page: Page = {
  mend: 'Set parent_databuilder_id: of a column to its table, or to the column that it is nested in; of a chart to its dashboard.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "table", "databuilder_id": "shop.public.orders", "title": "orders", "schema": "public", "database": "shop"}',
        '{"entity_type": "column", "databuilder_id": "shop.public.orders.id", "title": "id"}',
      ],
    },
  },
  good: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "table", "databuilder_id": "shop.public.orders", "title": "orders", "schema": "public", "database": "shop"}',
        '{"entity_type": "column", "databuilder_id": "shop.public.orders.id", "parent_databuilder_id": "shop.public.orders", "title": "id"}',
      ],
    },
  },
}
