import type { RunLines } from './serve-page.ts'
import { feeds, SHOP } from './shop-run.ts'

const table = (id: string): object => ({
  ...{ entity_type: 'table', databuilder_id: id, parent_databuilder_id: 'marts', title: id },
  ...{ schema: 'marts', database: 'shop' },
})

/** The shop, with a circle of three tables, and a query that feeds a chart. */
export const TASKS: RunLines = {
  resources: [...SHOP.resources, ...['customers', 'segments', 'scores'].map(table)],
  lineage: [
    ...SHOP.lineage,
    feeds('customers', 'segments'),
    feeds('segments', 'scores'),
    feeds('scores', 'customers'),
    {
      from_identifier: { type: 'tables_from_query', sql: 'select cents from orders join revenue using (id)' },
      to_identifier: { type: 'internal_resource', databuilder_id: 'net' },
    },
  ],
}
