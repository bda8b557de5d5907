import { pathsOf, thingOfKey, type ThingIndex } from '@lineagraph/core'
import type { Sheet } from '../pictures/draw.ts'
import { hiddenBy } from '../pictures/hidden-by.ts'
import { oneSide, otherWay, type OtherWay } from '../pictures/other-way.ts'
import { placeOf } from '../names/name-of.ts'
import type { PictureWish } from '../pictures/picture-wish.ts'
import { namedEnd, namedThing } from '../names/thing-names.ts'
import type { Named } from '../names/named.ts'

/** A thing, and where it is: on a path many are called alike. */
export interface Placed extends Named {
  readonly place: string
}

/** Ways from one thing to another. */
export interface Paths {
  /** What they lead from and to, from table to table the tables; null where the run has one of them not. */
  readonly ends: readonly [from: Named, to: Named] | null
  /** The shortest first, each from its start to its end. */
  readonly ways: readonly (readonly Placed[])[]
  /** Whether these are all that pass nothing twice. */
  readonly isAll: boolean
  /** Where there is one instead, or else one side to see; null where there are ways, and where there is nothing to see. */
  readonly other: OtherWay | 'down' | 'up' | null
}

/** The ways from one thing to another, as many as are wished for. */
export function pathsBetween(
  { atlas, signs }: Sheet,
  fromKey: string,
  toKey: string,
  wish: PictureWish,
  most: number,
): Paths {
  const { graph, tree } = atlas
  const [from, to] = [thingOfKey(graph, tree, fromKey), thingOfKey(graph, tree, toKey)]
  if (from === undefined || to === undefined) return { ends: null, ways: [], isAll: true, other: null }
  const followsColumns = wish.path?.columns ?? false
  const search = { from, to, followsColumns, hidden: hiddenBy(atlas, signs, wish) }
  const { paths, isAll } = pathsOf(atlas, search, most)
  const endOf = (thing: ThingIndex): ThingIndex => (followsColumns ? thing : tree.order[tree.at[thing]!]!)
  const [start, end] = [endOf(from), endOf(to)]
  return {
    ends: [namedEnd(atlas, signs, start), namedEnd(atlas, signs, end)],
    ways: paths.map((path) =>
      path.map((unit) => {
        const thing = followsColumns ? unit : tree.order[unit]!
        const place = thing < graph.nodeCount ? placeOf(graph, thing) : ''
        return { ...namedThing(atlas, signs, thing), place }
      }),
    ),
    isAll,
    other: paths.length > 0 ? null : (otherWay(atlas, search) ?? oneSide(atlas, start, end)),
  }
}
