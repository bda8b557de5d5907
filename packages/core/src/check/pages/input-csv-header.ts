import type { Page } from '../page.ts'

export const page: Page = {
  source:
    'Secoda’s page about File Upload lists these columns. For sort_order its list has col_sort_order and its example sort_order: both are read.',
  mend: 'Begin the file with Secoda’s own names, separated by commas: col_name, database, schema and name are required; col_description, col_type, sort_order, description, is_view and last_updated_time may follow in any order.',
  bad: { files: { 'upload.csv': ['col_name,database,schema,table_name', 'id,shop,public,orders'] } },
  good: { files: { 'upload.csv': ['col_name,database,schema,name', 'id,shop,public,orders'] } },
}
