import type { Page } from '../page.ts'

export const page: Page = {
  source:
    'Secoda’s fields page has sort_order for columns, and does not say what happens where two are equal.',
  mend: 'Number the columns of a table one by one, or leave sort_order out for all of them.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "table", "databuilder_id": "orders", "title": "orders", "schema": "public", "database": "shop"}',
        '{"entity_type": "column", "databuilder_id": "orders.id", "parent_databuilder_id": "orders", "title": "id", "sort_order": 1}',
        '{"entity_type": "column", "databuilder_id": "orders.total", "parent_databuilder_id": "orders", "title": "total", "sort_order": 1}',
      ],
    },
  },
  good: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "table", "databuilder_id": "orders", "title": "orders", "schema": "public", "database": "shop"}',
        '{"entity_type": "column", "databuilder_id": "orders.id", "parent_databuilder_id": "orders", "title": "id", "sort_order": 1}',
        '{"entity_type": "column", "databuilder_id": "orders.total", "parent_databuilder_id": "orders", "title": "total", "sort_order": 2}',
      ],
    },
  },
}
