import type { IconName } from './icons.ts'

/** How coarse a picture is: 0 shows databases and groups, 1 schemas and dashboards, 2 tables, dashboards and charts. */
export type Level = 0 | 1 | 2

/** A colour of tokens.css that tells one type from another: icons and marks only, never text. */
export type Hue =
  | 'database'
  | 'schema'
  | 'table'
  | 'column'
  | 'group'
  | 'dashboard'
  | 'chart'
  | 'external'
  | 'missing'
  | 'ink3'

/** How a sort of thing looks and is called. */
export interface Look {
  readonly icon: IconName
  readonly hue: Hue
  readonly one: string
  readonly many: string
  /** The coarsest level that shows it; what has none is only ever shown inside another thing. */
  readonly level: Level | 3
  /** Whether it is drawn at the finest level even when no lineage names it; else it then stands in what is around it. */
  readonly always: boolean
}

/** A sort of thing: one of Secoda's seven types, `@` and a kind for what is not declared, `?` and the text of an unknown type. */
export type Sort = string

const LOOKS: ReadonlyMap<Sort, Look> = new Map<Sort, Look>([
  [
    'database',
    { icon: 'database', hue: 'database', one: 'database', many: 'databases', level: 0, always: false },
  ],
  ['schema', { icon: 'schema', hue: 'schema', one: 'schema', many: 'schemas', level: 1, always: false }],
  ['table', { icon: 'table', hue: 'table', one: 'table', many: 'tables', level: 2, always: true }],
  ['column', { icon: 'column', hue: 'column', one: 'column', many: 'columns', level: 3, always: false }],
  ['dashboard_group', { icon: 'group', hue: 'group', one: 'group', many: 'groups', level: 0, always: false }],
  [
    'dashboard',
    { icon: 'dashboard', hue: 'dashboard', one: 'dashboard', many: 'dashboards', level: 1, always: true },
  ],
  ['chart', { icon: 'chart', hue: 'chart', one: 'chart', many: 'charts', level: 2, always: false }],
  ['@external', { icon: 'globe', hue: 'external', one: 'outside', many: 'outside', level: 2, always: true }],
  [
    '@external_column',
    {
      icon: 'column',
      hue: 'external',
      one: 'outside column',
      many: 'outside columns',
      level: 3,
      always: false,
    },
  ],
  ['@missing', { icon: 'ghost', hue: 'missing', one: 'missing', many: 'missing', level: 2, always: true }],
])

/** The sorts that have a look of their own, from the outside in: the order of the legend. */
export const SORTS: readonly Sort[] = [...LOOKS.keys()]

/** Where a sort comes in that order: an unknown one behind those that Secoda knows. */
export function orderOf(sort: Sort): number {
  const known = SORTS.indexOf(sort)
  return known < 0 ? SORTS.indexOf('@external') - 0.5 : known
}

/** The sort of a declared resource: its type, marked where Secoda does not know it. */
export const sortOfType = (type: string): Sort =>
  LOOKS.has(type) && !type.startsWith('@') ? type : `?${type}`

/** How a sort looks. An unknown type is called by its own text. */
export function lookOf(sort: Sort): Look {
  const known = LOOKS.get(sort)
  if (known) return known
  const name = sort.slice(1) || 'no type'
  return { icon: 'thing', hue: 'ink3', one: name, many: name, level: 2, always: false }
}
