import type { Page } from '../page.ts'

export const page: Page = {
  source: 'Secoda’s fields page requires the databuilder_id, and asks that it never change.',
  mend: 'Give every resource an id that is unique in the run and the same in every run, made of what the source calls it by: an id of the source, or the full path of a table. Such a resource is dropped until then, and does not count.',
  bad: { files: { 'resources.jsonl': ['{"entity_type": "database", "title": "shop"}'] } },
  good: {
    files: { 'resources.jsonl': ['{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}'] },
  },
}
