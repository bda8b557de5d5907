import type { Page } from '../page.ts'

export const page: Page = {
  source: 'Secoda’s fields page asks for an ISO datetime.',
  mend: 'Write 2026-01-31 or 2026-01-31T09:30:00Z: in Python datetime.isoformat(), in JavaScript date.toISOString(). Convert what the source gives in another form.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "database", "databuilder_id": "shop", "title": "shop", "external_updated_at": "03/11/2026"}',
      ],
    },
  },
  good: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "database", "databuilder_id": "shop", "title": "shop", "external_updated_at": "2026-11-03T08:12:45Z"}',
      ],
    },
  },
}
