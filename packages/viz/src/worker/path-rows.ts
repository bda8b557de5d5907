import { pathsOf, thingOfKey } from '@lineagraph/core'
import type { Sheet } from './draw.ts'
import { hiddenBy } from './hidden-by.ts'
import { placeOf } from './name-of.ts'
import type { Paths, PictureWish } from './protocol.ts'
import { namedThing } from './thing-names.ts'

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
  if (from === undefined || to === undefined) return { ends: null, ways: [], isAll: true, isThereBack: false }
  const followsColumns = wish.path?.columns ?? false
  const search = { from, to, followsColumns, hidden: hiddenBy(atlas, signs, wish) }
  const { paths, isAll } = pathsOf(atlas, search, most)
  return {
    ends: [namedThing(atlas, signs, from), namedThing(atlas, signs, to)],
    ways: paths.map((path) =>
      path.map((unit) => {
        const thing = followsColumns ? unit : tree.order[unit]!
        const place = thing < graph.nodeCount ? placeOf(graph, thing) : ''
        return { ...namedThing(atlas, signs, thing), place }
      }),
    ),
    isAll,
    isThereBack: pathsOf(atlas, { ...search, from: to, to: from }, 1).paths.length > 0,
  }
}
