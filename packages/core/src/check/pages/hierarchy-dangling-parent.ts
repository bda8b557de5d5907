import type { Page } from '../page.ts'

export const page: Page = {
  source: 'The parent_databuilder_id of Secoda’s fields page is the id of a resource.',
  mend: 'Correct the id, or declare the parent: a parent has to be declared by the same integration, whether before or after its children. The help names the nearest id that is declared.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "schema", "databuilder_id": "shop.public", "parent_databuilder_id": "shop", "title": "public"}',
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
