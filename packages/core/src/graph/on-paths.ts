import { simplePathsOf, type SearchedPaths } from './paths.ts'

/** How many paths there are. */
export interface PathCount {
  readonly paths: number
  /** Whether these are all; else there are at least so many. */
  readonly isAll: boolean
}

/** What lies on paths between two ends. */
export interface OnPaths extends PathCount {
  /** By what is followed: how many steps from the start. */
  readonly steps: ReadonlyMap<number, number>
  /** Whether a path leads from one of these straight to another. */
  readonly leads: (from: number, to: number) => boolean
}

/** More paths than this are not told apart: near where numbers stop being whole. */
const MOST_COUNTED = 1e15
/** So many paths are followed one by one where circles lie on them. */
const MOST_FOLLOWED = 1000

/** Meets the links that lead from some of what lies on paths to others. */
type EachLink = (units: Iterable<number>, meet: (from: number, to: number, link: number) => void) => void

/** What lies on any path, each passing nothing twice. Exact, but where so many lead through circles that they cannot all be followed. O(n + m) without circles. */
export function onAllPaths(found: SearchedPaths): OnPaths {
  const { forth, back } = found
  const steps = new Map<number, number>()
  for (const [unit, step] of forth) if (back.has(unit)) steps.set(unit, step)
  const leads = (from: number, to: number): boolean => back.get(from) !== 0 && forth.get(to) !== 0
  const eachLink = linksAmong(found, steps, leads)
  const order = inOrder(steps, eachLink)
  if (order.length === steps.size) return { steps, leads, ...countAlong(found, order, eachLink) }
  const { paths, isAll } = simplePathsOf(found, MOST_FOLLOWED)
  if (!isAll) return { steps, leads, paths: paths.length, isAll }
  const passed = new Set(paths.flat())
  for (const unit of steps.keys()) if (!passed.has(unit)) steps.delete(unit)
  const links = new Set(paths.flatMap((path) => path.slice(1).map((to, i) => `${path[i]!} ${to}`)))
  return { steps, leads: (from, to) => links.has(`${from} ${to}`), paths: paths.length, isAll }
}

/** What lies on any of the shortest paths. O(n + m). */
export function onShortestPaths(found: SearchedPaths): OnPaths {
  const { forth, back, length } = found
  const steps = new Map<number, number>()
  for (const [unit, step] of forth) if (step + (back.get(unit) ?? Infinity) === length) steps.set(unit, step)
  const leads = (from: number, to: number): boolean => forth.get(to) === forth.get(from)! + 1
  // They were found the nearest first.
  return { steps, leads, ...countAlong(found, [...steps.keys()], linksAmong(found, steps, leads)) }
}

/** The links on paths, with what they are in `net.out.edges`. */
export const linksAmong =
  (
    { net }: SearchedPaths,
    steps: ReadonlyMap<number, number>,
    leads: (from: number, to: number) => boolean,
  ): EachLink =>
  (units, meet) => {
    for (const from of units)
      for (let i = net.out.starts[from]!; i < net.out.starts[from + 1]!; i++) {
        const to = net.out.neighbors[i]!
        if (steps.has(to) && leads(from, to)) meet(from, to, net.out.edges[i]!)
      }
  }

/** Each behind all that leads to it; without what lies in circles or behind them. */
function inOrder(steps: ReadonlyMap<number, number>, eachLink: EachLink): number[] {
  const waiting = new Map<number, number>()
  eachLink(steps.keys(), (_, to) => waiting.set(to, (waiting.get(to) ?? 0) + 1))
  const order = [...steps.keys()].filter((unit) => !waiting.has(unit))
  // An array hands out what is added while it is walked: it is the queue.
  for (const unit of order)
    eachLink([unit], (_, to) => {
      const left = waiting.get(to)! - 1
      waiting.set(to, left)
      if (left === 0) order.push(to)
    })
  return order
}

/** Adds up how many ways lead to each. */
function countAlong({ forth, back }: SearchedPaths, order: readonly number[], eachLink: EachLink): PathCount {
  const ways = new Map<number, number>()
  for (const unit of order) if (forth.get(unit) === 0) ways.set(unit, 1)
  eachLink(order, (from, to) => ways.set(to, (ways.get(to) ?? 0) + ways.get(from)!))
  let paths = 0
  for (const unit of order) if (back.get(unit) === 0) paths += ways.get(unit)!
  return paths > MOST_COUNTED ? { paths: MOST_COUNTED, isAll: false } : { paths, isAll: true }
}
