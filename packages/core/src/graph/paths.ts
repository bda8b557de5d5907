import { isRow, netOf, spread, unitsOf, type Net } from './neighbourhood.ts'
import type { Atlas } from './visible.ts'
import type { ThingIndex } from './thing-groups.ts'

/**
 * Which two things are asked about, and what ways between them may go along. An end stands for itself and everything inside it: a path begins where
 * it leaves the one for the last time, and ends as soon as it is inside the other.
 */
export interface PathsWish {
  /** Things, or columns. */
  readonly from: ThingIndex
  readonly to: ThingIndex
  /** Whether from column to column, as far as lineage is declared so, or from thing to thing. */
  readonly followsColumns: boolean
  /** By position, 1 for what filters leave out: no path leads through it. */
  readonly hidden: Uint8Array | null
}

/**
 * Which end of a path lies inside the other, or that both are the same: then no path leads from one to the other. Null where they are apart.
 * @example
 * ```ts
 * const inner = innerEnd(atlas, { from: node, to: node, followsColumns: true, hidden: null })
 * ```
 */
export function innerEnd(
  { tree }: Atlas,
  { from, to, followsColumns }: PathsWish,
): 'from' | 'to' | 'same' | null {
  const isAlone = (thing: ThingIndex): boolean => followsColumns && isRow(tree, thing)
  const isInside = (thing: ThingIndex, other: ThingIndex): boolean =>
    !isAlone(other) && tree.at[thing]! >= tree.at[other]! && tree.at[thing]! < tree.end[tree.at[other]!]!
  if (from === to) return 'same'
  const [isFrom, isTo] = [isInside(from, to), isInside(to, from)]
  return isFrom && isTo ? 'same' : isFrom ? 'from' : isTo ? 'to' : null
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

/** So many steps are made in search of paths, some 50 ms, and so many more for each that is wished for. */
const BUDGET = 500_000
const STEPS_EACH = 5000

/** Ways between two things, the shortest first, and whether these are all. */
export interface PathList {
  /** Each as the things that it passes, by position, or, where columns are followed, as nodes; the shortest first. */
  readonly paths: readonly (readonly number[])[]
  /** Whether these are all; else there were too many, or it took too long. */
  readonly isAll: boolean
}

/**
 * The paths that pass nothing twice, the shortest first, up to so many. Bounded in time: the more are wished for, the longer.
 * @example
 * ```ts
 * const { paths, isAll } = pathsOf(atlas, { from: node, to: node, followsColumns: false, hidden: null }, 100)
 * ```
 */
export const pathsOf = (atlas: Atlas, wish: PathsWish, most: number): PathList =>
  simplePathsOf(pathsBetween(atlas, wish), most)

/** The same of what was searched already. */
export function simplePathsOf({ net, starts, forth, back, length }: SearchedPaths, most: number): PathList {
  if (length < 0) return { paths: [], isAll: true }
  const paths: number[][] = []
  const on = [...forth.keys()].filter((unit) => back.has(unit))
  const isOn = new Uint8Array(net.out.starts.length - 1)
  const budget = BUDGET + STEPS_EACH * most
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
    let goesOn = true
    while (path.length > 0) {
      const here = path.at(-1)!
      const i = at[path.length - 1]!++
      if (!goesOn || i >= net.out.starts[here + 1]!) {
        isOn[here] = 0
        path.pop()
        at.pop()
        continue
      }
      const next = net.out.neighbors[i]!
      if (++steps > budget) goesOn = false
      const left = back.get(next)
      // What is no step away is a start: nothing leads back to one.
      if (isOn[next] || left === undefined || !(forth.get(next)! > 0)) continue
      if (path.length + left > limit) {
        longer = true
        continue
      }
      if (left === 0) {
        if (path.length < limit) continue // found with a lower limit
        if (paths.length < most) paths.push([...path, next])
        else goesOn = false
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
  /** Steps from the starts, and steps to the ends: what lies on a path has both, but in circles, where a way may pass a thing twice, so may others. */
  readonly forth: ReadonlyMap<number, number>
  readonly back: ReadonlyMap<number, number>
  /** Of the shortest path; -1 where there is none. */
  readonly length: number
}

/** Searches for the paths that are wished for. */
export function pathsBetween(atlas: Atlas, { from, to, followsColumns, hidden }: PathsWish): SearchedPaths {
  const net = netOf(atlas, followsColumns)
  const isOut = (unit: number): boolean => hidden !== null && hidden[net.positionOf(unit)] === 1
  const isIn = (unit: number): boolean => !isOut(unit)
  const starts = unitsOf(atlas.tree, from, followsColumns).filter(isIn)
  const ends = unitsOf(atlas.tree, to, followsColumns).filter(isIn)
  return searchPaths(net, starts, ends, isOut)
}

/** Searches from any of the starts and from any of the ends, around what is left out. Where the two meet there is no path. O(n + m). */
export function searchPaths(
  net: SearchedPaths['net'],
  starts: readonly number[],
  ends: readonly number[],
  isOut: (unit: number) => boolean = () => false,
): SearchedPaths {
  const [isStart, isEnd] = [new Set(starts), new Set(ends)]
  if (starts.some((unit) => isEnd.has(unit)))
    return { net, starts, forth: new Map(), back: new Map(), length: -1 }
  const forth = spread(net.out, starts, Infinity, isOut, (unit) => isEnd.has(unit))
  const back = spread(net.in, ends, Infinity, isOut, (unit) => isStart.has(unit))
  const length = ends.reduce((least, end) => Math.min(least, forth.get(end) ?? Infinity), Infinity)
  return { net, starts, forth, back, length: length === Infinity ? -1 : length }
}
