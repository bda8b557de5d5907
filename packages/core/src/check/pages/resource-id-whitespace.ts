import type { Page } from '../page.ts'

export const page: Page = {
  mend: 'Trim what the id is made from, where it is declared and where it is named: both have to change together.',
  bad: {
    files: { 'resources.jsonl': ['{"entity_type": "database", "databuilder_id": "shop ", "title": "shop"}'] },
  },
  good: {
    files: { 'resources.jsonl': ['{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}'] },
  },
}
