import {
  countPaths,
  innerEnd,
  pathsOf,
  thingOfKey,
  type PathCount,
  type PathsTaken,
  type ThingIndex,
} from '@lineagraph/core'
import type { Sheet } from '../pictures/draw.ts'
import { hiddenBy } from '../pictures/hidden-by.ts'
import { oneSide, otherWay, type OtherWay } from '../pictures/other-way.ts'
import { placeOf } from '../names/name-of.ts'
import { namedEnd, namedThing } from '../names/thing-names.ts'
import type { Named } from '../names/named.ts'
import type { PictureWish } from '../pictures/picture-wish.ts'

/** A thing, and where it is: on a path many are called alike. */
export interface Placed extends Named {
  readonly place: string
}

/** Ways from one thing to another: each begins where it leaves the one for the last time, and ends as soon as it is inside the other. */
export interface Paths {
  /** What they lead from and to, from table to table the tables; null where the run has one of them not. */
  readonly ends: readonly [from: Named, to: Named] | null
  /** Those that are shown, the shortest first, each from its start to its end, as many as were wished for and could be found in time. */
  readonly ways: readonly (readonly Placed[])[]
  /** How many pass nothing twice: the shortest, and all. */
  readonly counts: Readonly<Record<PathsTaken, PathCount>>
  /** Which end lies inside the other, or that both are the same: then there is no way. */
  readonly inner: 'from' | 'to' | 'same' | null
  /** Where there is one instead, or else one side to see; null where there are ways, and where there is nothing to see. */
  readonly other: OtherWay | 'down' | 'up' | null
}

const NONE: PathCount = { paths: 0, isAll: true }

/** Tells the ways from one thing to another that are shown, as many as are wished for. They are counted once for whoever asks. */
export function pathsTeller({
  atlas,
  signs,
}: Sheet): (fromKey: string, toKey: string, wish: PictureWish, most: number) => Paths {
  const { graph, tree } = atlas
  let last: { readonly of: string; readonly counts: Paths['counts'] } | undefined
  return (fromKey, toKey, wish, most) => {
    const [from, to] = [thingOfKey(graph, tree, fromKey), thingOfKey(graph, tree, toKey)]
    if (from === undefined || to === undefined)
      return { ends: null, ways: [], counts: { shortest: NONE, all: NONE }, inner: null, other: null }
    const { columns: followsColumns, takes } = wish.path ?? { columns: false, takes: 'all' }
    const search = { from, to, followsColumns, hidden: hiddenBy(atlas, signs, wish) }
    const of = JSON.stringify([fromKey, toKey, wish])
    if (last?.of !== of) last = { of, counts: countPaths(atlas, search) }
    const { counts } = last
    const inner = innerEnd(atlas, search)
    const told = takes === 'shortest' ? Math.min(most, counts.shortest.paths) : most
    const { paths } = told > 0 ? pathsOf(atlas, search, told) : { paths: [] }
    const endOf = (thing: ThingIndex): ThingIndex => (followsColumns ? thing : tree.order[tree.at[thing]!]!)
    const [start, end] = [endOf(from), endOf(to)]
    const hasNone = counts.all.paths === 0 && inner === null
    return {
      ends: [namedEnd(atlas, signs, start), namedEnd(atlas, signs, end)],
      ways: paths.map((path) =>
        path.map((unit) => {
          const thing = followsColumns ? unit : tree.order[unit]!
          const place = thing < graph.nodeCount ? placeOf(graph, thing) : ''
          return { ...namedThing(atlas, signs, thing), place }
        }),
      ),
      counts,
      inner,
      other: hasNone ? (otherWay(atlas, search) ?? oneSide(atlas, start, end)) : null,
    }
  }
}
