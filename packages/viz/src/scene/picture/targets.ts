import type { Target } from '../../state/gestures.ts'
import { cardKey } from '../../state/card-key.ts'
import type { EdgeKeys } from '../../state/view.ts'
import { ROW } from './measures.ts'
import { FORMS, ROLES, type Picture } from './picture.ts'

/** What a gesture on a thing, or on a row of it, meets. @param row -1 for the thing itself. */
export function targetAt(picture: Picture, thing: number, row: number): Target {
  const { things, rows } = picture
  if (row >= 0) return { key: rows.keys[row]!, what: 'column' }
  const key = things.keys[thing]!
  const board = things.sorts[thing] === 'dashboard' && { isDashboard: true }
  switch (FORMS[things.forms[thing]!]!) {
    case 'box':
      return { key, what: 'open container', ...board, ...byLevel(picture, thing) }
    case 'container':
      return { key, what: 'closed container', ...board, ...byLevel(picture, thing) }
    case 'stack':
      return { key, what: 'stack' }
    default:
      return { key, what: 'thing' }
  }
}

/** What the level of the Map makes of a container. What is outside may stand in fewer boxes than there are levels, and in an open one at any level. */
function byLevel({ view, things, level }: Picture, thing: number): Pick<Target, 'byLevel'> {
  if (view === 'lineage' || ROLES[things.roles[thing]!] === 'outside') return {}
  return { byLevel: things.depth[thing]! >= level ? 'closed' : 'open' }
}

/** What a key press meets: what is chosen, as far as the picture shows it. */
export function chosenTarget(picture: Picture, key: string | undefined): Target | null {
  if (key === undefined) return null
  const row = picture.rows.keys.indexOf(key)
  if (row >= 0) return { key, what: 'column' }
  const thing = picture.things.keys.indexOf(key)
  return thing < 0 ? { key, what: 'column' } : targetAt(picture, thing, -1)
}

/** The row of a card at a height, or -1. */
export function rowAt({ things, rows }: Picture, thing: number, y: number): number {
  for (let row = rows.starts[thing]!; row < rows.starts[thing + 1]!; row++)
    if (Math.abs(things.y[thing]! + rows.y[row]! - y) <= ROW.height / 2) return row
  return -1
}

/** The keys of the ends of a line: rows where it ends at rows. */
export function lineKeys({ things, rows, lines }: Picture, line: number): EdgeKeys {
  const key = (thing: number, row: number): string => (row < 0 ? things.keys[thing]! : rows.keys[row]!)
  return {
    from: key(lines.from[line]!, lines.fromRow[line]!),
    to: key(lines.to[line]!, lines.toRow[line]!),
  }
}

/** The keys of the ends of all that leads from one card to another, by one of these lines. */
export const trunkKeys = ({ things, lines }: Picture, line: number): EdgeKeys => ({
  from: cardKey(things.keys[lines.from[line]!]!),
  to: cardKey(things.keys[lines.to[line]!]!),
})
