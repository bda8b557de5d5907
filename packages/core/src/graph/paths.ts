import { gathered, netOf, NO_HOP, spread, unitsOf, type Neighbourhood, type Net } from './neighbourhood.ts'
import type { Atlas } from './visible.ts'
import type { ThingIndex } from './thing-groups.ts'

/** Which two things are asked about, and what ways between them may go along. */
export interface PathsWish {
  /** Things, with everything inside them, or columns. */
  readonly from: ThingIndex
  readonly to: ThingIndex
  /** Whether from column to column, as far as lineage is declared so, or from thing to thing. */
  readonly followsColumns: boolean
  /** By position, 1 for what filters leave out: no path leads through it. */
  readonly hidden: Uint8Array | null
}

/** What lies on paths from one thing to another. */
export interface Between extends Neighbourhood {
  /** How many hops the shortest path has; -1 where there is none. */
  readonly length: number
}

/**
 * What lies on the shortest path, or on any. In circles a way may pass a thing twice. O(n + m).
 * @param most things at most, those on the shortest ways first.
 * @example
 * ```ts
 * const wish = { from: node, to: node, followsColumns: true, hidden: null }
 * const { length, total } = betweenOf(atlas, wish, 'shortest', 300)
 * ```
 */
export function betweenOf(atlas: Atlas, wish: PathsWish, takes: 'shortest' | 'all', most: number): Between {
  const net = netOf(atlas, wish.followsColumns)
  const found = searched(atlas, net, wish)
  const { starts, forth, back, length } = found
  const hopOf = new Int32Array(net.size).fill(NO_HOP)
  if (length < 0) for (const unit of starts) hopOf[unit] = 0
  else if (takes === 'shortest') shortestOf(found)!.forEach((unit, hop) => (hopOf[unit] = hop))
  else for (const [unit, hop] of forth) if (back.has(unit)) hopOf[unit] = hop
  // Nothing waits beside them.
  const between = {
    hopOf,
    reachedOf: new Uint8Array(net.size),
    asideOf: new Set<number>(),
    openedOf: new Set<number>(),
  }
  return { ...gathered(atlas, net, between, wish.followsColumns, most), length }
}

/** The shortest path, of several the one with the smallest units; undefined where there is none. */
export function shortestOf({ net, starts, forth, back, length }: SearchedPaths): number[] | undefined {
  if (length < 0) return undefined
  const isOn = (unit: number): boolean => forth.get(unit)! + (back.get(unit) ?? Infinity) === length
  const way = [starts.find((unit) => isOn(unit))!]
  while (way.length <= length) {
    const here = way.at(-1)!
    for (let i = net.out.starts[here]!; i < net.out.starts[here + 1]!; i++) {
      const next = net.out.neighbors[i]!
      if (forth.get(next) !== way.length || !isOn(next)) continue
      way.push(next)
      break
    }
  }
  return way
}

/** How many steps of a search for paths are made: some 50 ms. */
const BUDGET = 500_000

/** Ways between two things, the shortest first, and whether these are all. */
export interface PathList {
  /** Each as the things that it passes, by position, or, where columns are followed, as nodes; the shortest first. */
  readonly paths: readonly (readonly number[])[]
  /** Whether these are all; else there were too many, or it took too long. */
  readonly isAll: boolean
}

/**
 * The paths that pass nothing twice, the shortest first, up to so many. Bounded in time: there may be more than can be counted.
 * @example
 * ```ts
 * const { paths, isAll } = pathsOf(atlas, { from: node, to: node, followsColumns: false, hidden: null }, 100)
 * ```
 */
export const pathsOf = (atlas: Atlas, wish: PathsWish, most: number): PathList =>
  simplePathsOf(searched(atlas, netOf(atlas, wish.followsColumns), wish), most)

/** The same of what was searched already. */
export function simplePathsOf({ net, starts, forth, back, length }: SearchedPaths, most: number): PathList {
  if (length < 0) return { paths: [], isAll: true }
  const paths: number[][] = []
  const on = [...forth.keys()].filter((unit) => back.has(unit))
  const ends = new Set(on.filter((unit) => back.get(unit) === 0))
  const isOn = new Uint8Array(net.out.starts.length - 1)
  let steps = 0
  let longer = true
  for (let limit = length; longer && limit < on.length; limit++) {
    longer = false
    for (const start of starts) {
      if (!back.has(start) || back.get(start)! > limit) {
        longer ||= back.has(start)
        continue
      }
      if (!walk(start, limit)) return { paths, isAll: false }
    }
  }
  return { paths, isAll: true }

  /** All paths of exactly so many hops. @returns false where it was too much. */
  function walk(start: number, limit: number): boolean {
    const path = [start]
    const at = [net.out.starts[start]!]
    isOn[start] = 1
    let goesOn = true
    if (limit === 0 && ends.has(start)) paths.push([start])
    while (path.length > 0) {
      const here = path.at(-1)!
      const i = at[path.length - 1]!++
      if (!goesOn || i >= net.out.starts[here + 1]! || (ends.has(here) && path.length > 1)) {
        isOn[here] = 0
        path.pop()
        at.pop()
        continue
      }
      const next = net.out.neighbors[i]!
      if (++steps > BUDGET) goesOn = false
      const left = back.get(next)
      if (isOn[next] || left === undefined || !forth.has(next)) continue
      if (path.length + left > limit) {
        longer = true
        continue
      }
      if (ends.has(next)) {
        if (path.length < limit) continue // found with a lower limit
        paths.push([...path, next])
        if (paths.length >= most) goesOn = false
        continue
      }
      isOn[next] = 1
      path.push(next)
      at.push(net.out.starts[next]!)
    }
    return goesOn
  }
}

/** What a search from both ends has found. */
export interface SearchedPaths {
  readonly net: Pick<Net, 'in' | 'out'>
  readonly starts: readonly number[]
  /** Steps from the starts, and steps to the ends. */
  readonly forth: ReadonlyMap<number, number>
  readonly back: ReadonlyMap<number, number>
  /** Of the shortest path; -1 where there is none. */
  readonly length: number
}

function searched(atlas: Atlas, net: Net, { from, to, followsColumns, hidden }: PathsWish): SearchedPaths {
  const isOut = (unit: number): boolean => hidden !== null && hidden[net.positionOf(unit)] === 1
  const isIn = (unit: number): boolean => !isOut(unit)
  const starts = unitsOf(atlas.tree, from, followsColumns).filter(isIn)
  const ends = unitsOf(atlas.tree, to, followsColumns).filter(isIn)
  return searchPaths(net, starts, ends, isOut)
}

/** Searches from any of the starts and from any of the ends, around what is left out. O(n + m). */
export function searchPaths(
  net: SearchedPaths['net'],
  starts: readonly number[],
  ends: readonly number[],
  isOut: (unit: number) => boolean = () => false,
): SearchedPaths {
  const forth = spread(net.out, starts, Infinity, isOut)
  const back = spread(net.in, ends, Infinity, isOut)
  const length = ends.reduce((least, end) => Math.min(least, forth.get(end) ?? Infinity), Infinity)
  return { net, starts, forth, back, length: length === Infinity ? -1 : length }
}
