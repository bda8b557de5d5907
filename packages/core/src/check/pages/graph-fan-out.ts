import type { Page } from '../page.ts'

const edge = (table: string): string =>
  `{"from_identifier": {"type": "external_table", "database": "shop", "schema": "public", "table": "${table}"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "dashboard.24"}}`

const DASHBOARD =
  '{"entity_type": "dashboard", "databuilder_id": "dashboard.24", "title": "Revenue", "group": "default"}'

export const page: Page = {
  mend: 'Look whether the loop that declares the edges means all of them. Where the things below are known, its columns or its charts, link those.',
  bad: {
    files: {
      'resources.jsonl': [DASHBOARD],
      'lineage.jsonl': [edge('orders_1'), '…', edge('orders_501')],
    },
    made: (text) =>
      text.replace('…', Array.from({ length: 499 }, (_, i) => edge(`orders_${i + 2}`)).join('\n')),
    note: 'The … stands for the 499 edges between.',
  },
  good: { files: { 'resources.jsonl': [DASHBOARD], 'lineage.jsonl': [edge('orders')] } },
}
