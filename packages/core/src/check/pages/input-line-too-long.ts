import { LONGEST_LINE } from '../../read/split-lines.ts'
import type { Page } from '../page.ts'

export const page: Page = {
  mend: 'Write one declaration a line, with a line feed behind each, and leave a definition or a description of that size out. The line is passed over; the lines before and behind it are read.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "table", "databuilder_id": "shop.public.orders", "title": "orders", "schema": "public", "database": "shop", "definition": "SELECT …"}',
      ],
    },
    made: (text) => text.replace('…', 'x'.repeat(LONGEST_LINE)),
    note: 'The … stands for 64 MiB of text.',
  },
  good: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "table", "databuilder_id": "shop.public.orders", "title": "orders", "schema": "public", "database": "shop", "definition": "SELECT id, total FROM raw.orders"}',
      ],
    },
  },
}
