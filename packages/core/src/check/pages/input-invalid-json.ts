import type { Page } from '../page.ts'

export const page: Page = {
  source: 'The SDK prints one JSON object a line, and File Upload takes its two files in the same form.',
  mend: 'Let declare_resource or declare_lineage print the declaration, or print json.dumps(…) of it: both write what JSON wants. In a file that was written by hand, correct the marked place. Every other line of the file has been read.',
  bad: {
    files: { 'resources.jsonl': ["{'entity_type': 'database', 'databuilder_id': 'shop', 'title': 'shop'}"] },
  },
  good: {
    files: { 'resources.jsonl': ['{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}'] },
  },
}
