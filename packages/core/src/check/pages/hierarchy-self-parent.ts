import type { Page } from '../page.ts'

export const page: Page = {
  mend: 'Name the id of what the resource is in, or leave parent_databuilder_id out at the top. Most often a variable of the loop was used for both ids.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}',
        '{"entity_type": "schema", "databuilder_id": "shop.public", "parent_databuilder_id": "shop.public", "title": "public"}',
      ],
    },
  },
  good: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}',
        '{"entity_type": "schema", "databuilder_id": "shop.public", "parent_databuilder_id": "shop", "title": "public"}',
      ],
    },
  },
}
