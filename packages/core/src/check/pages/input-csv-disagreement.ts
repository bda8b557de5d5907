import type { Page } from '../page.ts'

export const page: Page = {
  source: 'Secoda’s page about File Upload: all rows of a table have to agree on these values.',
  mend: 'Write the same description, is_view and last_updated_time in each row of a table. The first row stands.',
  bad: {
    files: {
      'upload.csv': [
        'col_name,database,schema,name,description',
        'id,shop,public,orders,one row an order',
        'total,shop,public,orders,all orders',
      ],
    },
  },
  good: {
    files: {
      'upload.csv': [
        'col_name,database,schema,name,description',
        'id,shop,public,orders,one row an order',
        'total,shop,public,orders,one row an order',
      ],
    },
  },
}
