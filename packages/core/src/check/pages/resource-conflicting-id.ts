import type { Page } from '../page.ts'

export const page: Page = {
  source: 'Secoda’s fields page: a databuilder_id is unique.',
  mend: 'If it is one thing, declare it once. If they are two, give each an id of its own, made of more of its path. Here the first declaration stands.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}',
        '{"entity_type": "database", "databuilder_id": "shop", "title": "Web shop"}',
      ],
    },
  },
  good: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}',
        '{"entity_type": "database", "databuilder_id": "web_shop", "title": "Web shop"}',
      ],
    },
  },
}
