import { FORMS, ROLES, type Picture } from './picture.ts'

/** What one step opens or closes of the Map. */
export interface LevelStep {
  /** That containers with fewer things around them are open then. */
  readonly level: number
  /** What goes with its level again, whatever somebody's hand did with it. */
  readonly keys: readonly string[]
}

/** How deep a picture of the Map is open, and what one step more or less would be; null where there is none. */
export interface OpenLevels {
  /** In so many levels all is open; in none of those from `most` on anything. Both are the same where no hand has opened or closed anything by itself. */
  readonly least: number
  readonly most: number
  readonly more: LevelStep | null
  readonly fewer: LevelStep | null
}

/** Finds how deep all is open, and how deep anything is. O(n). */
export function openLevels({ things, level }: Pick<Picture, 'things' | 'level'>): OpenLevels {
  const { count, depth, forms, roles, keys } = things
  let [least, most] = [Infinity, 0]
  let isAnyClosed = false
  for (let thing = 0; thing < count; thing++) {
    const form = FORMS[forms[thing]!]
    if (form === 'box') most = Math.max(most, depth[thing]! + 1)
    if (form !== 'container') continue
    isAnyClosed = true
    // What is outside stands in fewer boxes than there are levels where some would say nothing.
    if (ROLES[roles[thing]!] !== 'outside') least = Math.min(least, depth[thing]!)
  }
  const keysAt = (form: 'box' | 'container', at: number): string[] =>
    keys.filter((_, thing) => FORMS[forms[thing]!] === form && depth[thing] === at)
  const next = least === Infinity ? level + 1 : Math.max(level, least + 1)
  return {
    least: Math.min(least, most),
    most,
    more: isAnyClosed ? { level: next, keys: keysAt('container', least) } : null,
    fewer: most > 0 ? { level: Math.min(level, most - 1), keys: keysAt('box', most - 1) } : null,
  }
}
