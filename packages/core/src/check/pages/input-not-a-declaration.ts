import type { Page } from '../page.ts'

export const page: Page = {
  source: 'File Upload takes resources.jsonl and lineage.jsonl, which hold nothing but declarations.',
  mend: 'Take the line out. If a program printed the file, pipe what it prints into `lineagraph check -` instead: there, text between the declarations is no finding. A line of a catalog needs at least a table.',
  bad: {
    files: {
      'resources.jsonl': [
        'Fetching 12 dashboards …',
        '{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}',
      ],
    },
  },
  good: {
    files: { 'resources.jsonl': ['{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}'] },
  },
}
