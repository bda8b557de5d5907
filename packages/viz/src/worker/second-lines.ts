import type { LineageGraph } from '@lineagraph/core'
import { lookOf, type Sort } from '../tokens/looks.ts'
import { placeOf } from './name-of.ts'
import type { Shown } from './shown.ts'
import { sortOf } from './sort-of.ts'

/** Under the name of each card: at the finest level where the thing is; else how much is inside, of what there is most. */
export function secondLines(
  graph: LineageGraph,
  { level, ancestor }: Shown,
  things: readonly number[],
): string[] {
  if (level === 2) return things.map((thing) => placeOf(graph, thing))
  const inside = new Map(things.map((thing) => [thing, new Map<Sort, number>()]))
  for (let node = 0; node < graph.nodeCount; node++) {
    const counts = ancestor[node] === node ? undefined : inside.get(ancestor[node]!)
    const sort = sortOf(graph, node)
    if (counts && lookOf(sort).level === 2) counts.set(sort, (counts.get(sort) ?? 0) + 1)
  }
  return things.map((thing) => {
    const [most] = [...inside.get(thing)!].sort(([, one], [, other]) => other - one)
    if (most) return counted(...most)
    return thing < graph.nodeCount ? placeOf(graph, thing) : ''
  })
}

function counted(sort: Sort, count: number): string {
  const { one, many } = lookOf(sort)
  const noun = sort === '@external' ? (count === 1 ? 'table' : 'tables') : count === 1 ? one : many
  return `${count.toLocaleString('en-US')} ${noun}`
}
