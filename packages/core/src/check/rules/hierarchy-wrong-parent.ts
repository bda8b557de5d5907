import type { EntityType } from '../../model/resource.ts'
import { page } from '../pages/hierarchy-wrong-parent.ts'
import { wrongParents, type AllowedParents } from '../parent-types.ts'
import { always, defineRule } from '../rule.ts'

const ALLOWED: ReadonlyMap<EntityType, AllowedParents> = new Map([
  ['column', { types: ['table', 'column'], words: 'a column is under a table or another column' }],
  ['chart', { types: ['dashboard'], words: 'a chart is under a dashboard' }],
])

export const wrongParent = defineRule({
  id: 'hierarchy/wrong-parent',
  severity: always('error'),
  summary:
    'a column under something other than a table or a column, a chart under something other than a dashboard',
  why: 'Secoda’s fields page says what columns and charts are under. Under anything else they are not shown.',
  page,
  run: ({ graph }) => wrongParents(graph, ALLOWED),
})
