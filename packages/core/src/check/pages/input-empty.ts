import type { Page } from '../page.ts'

export const page: Page = {
  mend: 'Look whether the integration ended early: its own error is on standard error. Leave a file out that is meant to be empty; an empty file of lineage beside resources is no finding.',
  bad: { files: { 'resources.jsonl': [] } },
  good: {
    files: {
      'resources.jsonl': ['{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}'],
      'lineage.jsonl': [],
    },
  },
}
