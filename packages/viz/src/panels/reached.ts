import type { ChangedThing } from '../worker/answers/change-row.ts'
import { counted } from './words.ts'

/** How many dashboards, charts and tables; of other things how many there are. */
export function reached({ dashboards, charts, tables, things }: NonNullable<ChangedThing['impact']>): string {
  const parts = [
    ...(dashboards > 0 ? [counted(dashboards, 'dashboard')] : []),
    ...(charts > 0 ? [counted(charts, 'chart')] : []),
    ...(tables > 0 ? [counted(tables, 'table')] : []),
  ]
  if (parts.length > 0) return parts.join(', ')
  return things > 0 ? counted(things, 'thing') : 'nothing'
}
