import type { Page } from '../page.ts'

export const page: Page = {
  source:
    'The SDK validates each field with pydantic, which takes no number for a string and no string for a list.',
  mend: 'Write the type that the finding names: text as a string, owners as a list of strings, sort_order as an integer, is_pk and hidden as true or false. Until then the field counts as unset; the resource stands.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "database", "databuilder_id": "shop", "title": "shop", "owners": "ann@example.com"}',
      ],
    },
  },
  good: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "database", "databuilder_id": "shop", "title": "shop", "owners": ["ann@example.com"]}',
      ],
    },
  },
}
