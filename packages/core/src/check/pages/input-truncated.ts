import type { Page } from '../page.ts'

export const page: Page = {
  mend: 'Let the integration run to its end and close the file, or copy the file again. What a sync does not send is taken for gone, so do not upload such a file.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}',
        '{"entity_type": "schema", "databuilder_id": "shop.pub',
      ],
    },
    made: (text) => text.trimEnd(),
    note: 'The file ends behind the last letter, without a line end.',
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
