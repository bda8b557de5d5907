import type { Page } from '../page.ts'

export const page: Page = {
  source:
    'Secoda’s page about File Upload requires col_name, name, database and schema, and allows no period in them.',
  mend: 'Give each part of a name its own column, without periods. Put text that holds a comma or a line break in double quotes, and write a quote inside it twice.',
  bad: { files: { 'upload.csv': ['col_name,database,schema,name', 'total.net,shop,public,orders'] } },
  good: { files: { 'upload.csv': ['col_name,database,schema,name', 'total_net,shop,public,orders'] } },
}
