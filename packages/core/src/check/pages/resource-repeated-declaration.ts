import type { Page } from '../page.ts'

export const page: Page = {
  source: 'Secoda’s fields page: a databuilder_id is unique.',
  mend: 'Declare it once. A set of the ids that are declared already keeps a loop from doing it again.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}',
        '{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}',
      ],
    },
  },
  good: {
    files: { 'resources.jsonl': ['{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}'] },
  },
}
