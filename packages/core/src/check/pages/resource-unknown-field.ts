import type { Page } from '../page.ts'

export const page: Page = {
  source:
    'The SDK’s model drops fields that it does not have, and says nothing. One of Secoda’s own examples loses a field so.',
  mend: 'Correct its name if it was meant to be one of Secoda’s fields; the help names the nearest. Take it out otherwise: its value does not arrive.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "database", "databuilder_id": "shop", "title": "shop", "descripton": "Everything about the web shop"}',
      ],
    },
  },
  good: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "database", "databuilder_id": "shop", "title": "shop", "description": "Everything about the web shop"}',
      ],
    },
  },
}
