import type { Page } from '../page.ts'

export const page: Page = {
  mend: 'Follow the circle in the message and find the resource whose parent is wrong: correct its parent_databuilder_id, and the circle is open.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "table", "databuilder_id": "orders", "title": "orders", "schema": "public", "database": "shop"}',
        '{"entity_type": "column", "databuilder_id": "orders.buyer", "parent_databuilder_id": "orders.buyer.city", "title": "buyer"}',
        '{"entity_type": "column", "databuilder_id": "orders.buyer.city", "parent_databuilder_id": "orders.buyer", "title": "city"}',
      ],
    },
  },
  good: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "table", "databuilder_id": "orders", "title": "orders", "schema": "public", "database": "shop"}',
        '{"entity_type": "column", "databuilder_id": "orders.buyer", "parent_databuilder_id": "orders", "title": "buyer"}',
        '{"entity_type": "column", "databuilder_id": "orders.buyer.city", "parent_databuilder_id": "orders.buyer", "title": "city"}',
      ],
    },
  },
}
