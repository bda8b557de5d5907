import { gathered, netOf, NO_HOP, type Neighbourhood } from './neighbourhood.ts'
import { linksAmong, onAllPaths, onShortestPaths, type PathCount } from './on-paths.ts'
import { pathsBetween, type PathsWish } from './paths.ts'
import type { Atlas } from './visible.ts'

/** The shortest paths, or all of them. */
export type PathsTaken = 'shortest' | 'all'

/** What lies on paths from one thing to another; where there is none, the two. */
export interface Between extends Neighbourhood {
  /** How many hops the shortest path has; -1 where there is none. */
  readonly length: number
  /** The links of paths: edges, or, from thing to thing, the pairs of these; see `Atlas.cards`. */
  readonly links: Uint32Array
}

/**
 * What lies on the shortest paths, or on any. O(n + m).
 * @param most things at most, those on the shortest paths first.
 * @example
 * ```ts
 * const wish = { from: node, to: node, followsColumns: true, hidden: null }
 * const { length, total } = betweenOf(atlas, wish, 'shortest', 300)
 * ```
 */
export function betweenOf(atlas: Atlas, wish: PathsWish, takes: PathsTaken, most: number): Between {
  const { followsColumns } = wish
  const net = netOf(atlas, followsColumns)
  const found = pathsBetween(atlas, wish)
  const { steps, leads } = onPathsTaken[takes](found)
  const hopOf = new Int32Array(net.size).fill(NO_HOP)
  for (const [unit, step] of steps) hopOf[unit] = step
  if (found.length < 0) for (const unit of endUnits(atlas, wish)) hopOf[unit] = 0
  const links: number[] = []
  linksAmong(found, steps, leads)(steps.keys(), (_, __, link) => links.push(link))
  // Nothing waits beside them.
  const rankOf = (unit: number): number => hopOf[unit]! + (found.back.get(unit) ?? 0)
  const none = new Set<number>()
  const between = { hopOf, reachedOf: new Uint8Array(net.size), asideOf: none, openedOf: none, rankOf }
  return {
    ...gathered(atlas, net, between, followsColumns, most),
    length: found.length,
    links: Uint32Array.from(links),
  }
}

/**
 * How many paths there are, the shortest and all.
 * @example
 * ```ts
 * const { shortest, all } = countPaths(atlas, { from: node, to: node, followsColumns: false, hidden: null })
 * ```
 */
export function countPaths(atlas: Atlas, wish: PathsWish): Readonly<Record<PathsTaken, PathCount>> {
  const found = pathsBetween(atlas, wish)
  const [shortest, all] = [onShortestPaths(found), onAllPaths(found)]
  return {
    shortest: { paths: shortest.paths, isAll: shortest.isAll },
    // Of those that were not all followed there are at least as many as of the shortest.
    all: { paths: Math.max(shortest.paths, all.paths), isAll: all.isAll },
  }
}

const onPathsTaken = { shortest: onShortestPaths, all: onAllPaths } as const

/** What is followed of the two ends by themselves, without what is inside. */
function endUnits({ tree }: Atlas, { from, to, followsColumns, hidden }: PathsWish): number[] {
  return [from, to]
    .filter((end) => !hidden?.[tree.at[end]!])
    .flatMap((end) => {
      if (!followsColumns) return [tree.at[end]!]
      return end < tree.nodeCount ? [end] : []
    })
}
