import type { Page } from '../page.ts'

export const page: Page = {
  mend: 'If they are one thing, declare it under one id. If they are two, say in their titles what tells them apart.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}',
        '{"entity_type": "schema", "databuilder_id": "shop.public", "parent_databuilder_id": "shop", "title": "public"}',
        '{"entity_type": "schema", "databuilder_id": "shop.public_2", "parent_databuilder_id": "shop", "title": "public"}',
      ],
    },
  },
  good: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}',
        '{"entity_type": "schema", "databuilder_id": "shop.public", "parent_databuilder_id": "shop", "title": "public"}',
        '{"entity_type": "schema", "databuilder_id": "shop.public_2", "parent_databuilder_id": "shop", "title": "public (2)"}',
      ],
    },
  },
}
