import {
  clear,
  closeContainer,
  openContainer,
  select,
  selectAlso,
  showLineage,
  spreadStack,
  toggleColumns,
  type ByLevel,
  type LevelFacts,
} from './actions.ts'
import type { View } from './view.ts'

/** What a gesture meets. */
export interface Target {
  readonly key: string
  readonly what: 'closed container' | 'open container' | 'thing' | 'column' | 'stack'
  /** Of a container: what is asked of it first is its lineage, as of a table or a chart. */
  readonly isDashboard?: boolean
  /** Of a container: what its level makes of it, where that is known. */
  readonly byLevel?: ByLevel
}

export type Gesture = 'click' | 'add' | 'enter' | 'space'

/** Whether Enter and a double click lead to the lineage of what they meet. */
export const leadsToLineage = ({ what, isDashboard = false }: Target): boolean =>
  isDashboard || what === 'thing' || what === 'column'

/**
 * What people already know: a click selects, Enter or a double click opens and closes containers and leads to the lineage of anything
 * else, dashboards among it, Space or `+` opens in place. @param target null for nothing.
 */
export function gesture(view: View, made: Gesture, target: Target | null, facts: LevelFacts): View {
  if (target === null)
    return made === 'click' ? clear(view) : made === 'enter' ? { ...view, camera: null } : view
  const { key, what } = target
  if (what === 'stack') return made === 'add' ? selectAlso(view, key) : spreadStack(view, key)
  if (made === 'click') return select(view, key)
  if (made === 'add') return selectAlso(view, key)
  if (made === 'enter' && leadsToLineage(target)) return showLineage(view, key)
  if (what === 'closed container') return openContainer(view, key, facts, target.byLevel)
  if (what === 'open container') return closeContainer(view, key, facts, target.byLevel)
  return what === 'thing' ? toggleColumns(view, key) : view
}
