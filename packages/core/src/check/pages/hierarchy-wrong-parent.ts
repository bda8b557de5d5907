import type { Page } from '../page.ts'

export const page: Page = {
  mend: 'Name the id of the table or of the dashboard. If the id is right, the entity_type of one of the two is not.',
  bad: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "dashboard_group", "databuilder_id": "dashboard_group.default", "title": "default"}',
        '{"entity_type": "chart", "databuilder_id": "chart.7", "parent_databuilder_id": "dashboard_group.default", "title": "Refund rate", "product": "cluvio"}',
      ],
    },
  },
  good: {
    files: {
      'resources.jsonl': [
        '{"entity_type": "dashboard_group", "databuilder_id": "dashboard_group.default", "title": "default"}',
        '{"entity_type": "dashboard", "databuilder_id": "dashboard.24", "parent_databuilder_id": "dashboard_group.default", "title": "Revenue", "group": "default"}',
        '{"entity_type": "chart", "databuilder_id": "chart.7", "parent_databuilder_id": "dashboard.24", "title": "Refund rate", "product": "cluvio"}',
      ],
    },
  },
}
