import type { Page } from '../page.ts'

export const page: Page = {
  source: 'Secoda’s fields page lists the seven types.',
  mend: 'Use database, schema, table, column, dashboard_group, dashboard or chart. What the source calls the thing, a view or a worksheet, goes in native_type.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "view", "databuilder_id": "shop.public.orders", "title": "orders"}',
      ],
    },
  },
  good: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "table", "databuilder_id": "shop.public.orders", "title": "orders", "schema": "public", "database": "shop", "native_type": "view"}',
      ],
    },
  },
}
