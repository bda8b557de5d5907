import type { Page } from '../page.ts'

export const page: Page = {
  mend: 'Set the field to the name of what the resource is in: the schema and the database of a table, the dashboard_group of a dashboard; for a chart, the product that it was made with.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "table", "databuilder_id": "shop.public.orders", "title": "orders"}',
      ],
    },
  },
  good: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "table", "databuilder_id": "shop.public.orders", "title": "orders", "schema": "public", "database": "shop"}',
      ],
    },
  },
}
