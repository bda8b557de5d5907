import type { Page } from '../page.ts'

export const page: Page = {
  source: 'JSON is UTF-8 by its standard (RFC 8259), and the SDK prints nothing else.',
  mend: "Write the file as UTF-8: in Python open(path, 'w', encoding='utf-8'), in PowerShell Out-File -Encoding utf8. The declaration stands meanwhile, with U+FFFD where a byte could not be read.",
  bad: {
    files: { 'resources.jsonl': ['{"entity_type": "database", "databuilder_id": "cafe", "title": "café"}'] },
    made: (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
    note: 'The é is one byte, 0xE9, as Latin-1 has it.',
  },
  good: {
    files: { 'resources.jsonl': ['{"entity_type": "database", "databuilder_id": "cafe", "title": "café"}'] },
  },
}
