import type { Page } from '../page.ts'

export const page: Page = {
  mend: 'Make the id in one place of the code, so that it is always written alike. Where two things are meant, give them ids that people can tell apart.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}',
        '{"entity_type": "database", "databuilder_id": "Shop", "title": "Shop"}',
      ],
    },
  },
  good: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}',
        '{"entity_type": "database", "databuilder_id": "shop_archive", "title": "shop_archive"}',
      ],
    },
  },
}
