import type { EntityType } from '../../model/resource.ts'
import { page } from '../pages/hierarchy-unusual-parent.ts'
import { wrongParents, type AllowedParents } from '../parent-types.ts'
import { defineRule } from '../rule.ts'

const ALLOWED: ReadonlyMap<EntityType, AllowedParents> = new Map([
  ['schema', { types: ['database'], words: 'a schema is usually under a database' }],
  ['table', { types: ['schema'], words: 'a table is usually under a schema' }],
  ['dashboard', { types: ['dashboard_group'], words: 'a dashboard is usually under a dashboard_group' }],
  ['database', { types: [], words: 'a database is usually under nothing' }],
  ['dashboard_group', { types: [], words: 'a dashboard_group is usually under nothing' }],
])

export const unusualParent = defineRule({
  id: 'hierarchy/unusual-parent',
  severity: { minimal: 'off', recommended: 'warning', strict: 'error' },
  summary:
    'a schema, table, dashboard, database or dashboard_group under a type that it is not usually under',
  why: 'Secoda does not forbid it, but its pages show schemas under databases, tables under schemas and dashboards under groups, and that is what it displays.',
  page,
  run: ({ graph }) => wrongParents(graph, ALLOWED),
})
