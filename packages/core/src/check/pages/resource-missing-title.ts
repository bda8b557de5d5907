import type { Page } from '../page.ts'

export const page: Page = {
  source: 'Secoda’s fields page makes title optional; it is then an empty text.',
  mend: 'Set title to what people call the thing. The source most often has a name for it; else use the last part of the id.',
  bad: { files: { 'resources.jsonl': ['{"entity_type": "database", "databuilder_id": "shop"}'] } },
  good: {
    files: { 'resources.jsonl': ['{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}'] },
  },
}
