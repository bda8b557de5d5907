import type { Page } from '../page.ts'

const FILES = {
  'resources.jsonl': ['{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}'],
}

export const page: Page = {
  mend: 'Take the entry out with `lineagraph baseline prune`, and commit the baseline with what mended the mistake. An entry of a rule that is off is left alone: nobody looked whether it still occurs.',
  bad: {
    files: FILES,
    baseline: [
      '{"version": 1, "findings": [',
      '{"rule": "lineage/dangling-internal", "fingerprint": "ac25415982c0fb23", "message": "\'dashboard.42\' is used in lineage but never declared"}',
      ']}',
    ],
  },
  good: { files: FILES, baseline: ['{"version": 1, "findings": []}'] },
}
