import type { RunLines } from './serve-page.ts'
import { feeds, thing } from './shop-run.ts'

/**
 * rates (outside) → a → b → c → d → e → f → g in three schemas of two databases, a shorter way b → d, three charts that read d, gone → b,
 * and f that reads itself. Of c and d a column is traced.
 */
export const ESTATE: RunLines = {
  resources: [
    thing('database', 'shop', null),
    thing('schema', 'raw', 'shop'),
    thing('schema', 'marts', 'shop'),
    thing('database', 'bank', null),
    thing('schema', 'ledger', 'bank'),
    ...['a', 'b'].map((id) => thing('table', id, 'raw')),
    ...['c', 'd'].map((id) => thing('table', id, 'marts')),
    ...['e', 'f', 'g'].map((id) => thing('table', id, 'ledger')),
    ...['c.w', 'c.x', 'c.y'].map((id) => thing('column', id, 'c')),
    thing('column', 'd.x', 'd'),
    thing('dashboard_group', 'default', null),
    thing('dashboard', 'board', 'default'),
    ...['one', 'two', 'three'].map((id) => thing('chart', id, 'board')),
  ],
  lineage: [
    {
      from_identifier: { type: 'external_table', database: 'erp', schema: 'fx', table: 'rates' },
      to_identifier: { type: 'internal_resource', databuilder_id: 'a' },
    },
    feeds('a', 'b'),
    feeds('b', 'c'),
    feeds('c.x', 'd.x'),
    feeds('b', 'd'),
    feeds('d', 'e'),
    feeds('e', 'f'),
    feeds('f', 'f'),
    feeds('f', 'g'),
    ...['one', 'two', 'three'].map((id) => feeds('d', id)),
    feeds('gone', 'b'),
  ],
}
