import { pathsOf, thingOfKey } from '@lineagraph/core'
import type { Sheet } from './draw.ts'
import { hiddenBy } from './hidden-by.ts'
import type { PictureWish } from './picture-wish.ts'
import { namedThing } from './thing-names.ts'
import type { Named } from './named.ts'

/** Ways from one thing to another. */
export interface Paths {
  /** The shortest first, each from its start to its end. */
  readonly ways: readonly (readonly Named[])[]
  /** Whether these are all that pass nothing twice. */
  readonly isAll: boolean
  /** Whether there is one the other way round. */
  readonly isThereBack: boolean
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
  if (from === undefined || to === undefined) return { ways: [], isAll: true, isThereBack: false }
  const followsColumns = wish.path?.columns ?? false
  const search = { from, to, followsColumns, hidden: hiddenBy(atlas, signs, wish) }
  const { paths, isAll } = pathsOf(atlas, search, most)
  return {
    ways: paths.map((path) =>
      path.map((unit) => namedThing(atlas, signs, followsColumns ? unit : tree.order[unit]!)),
    ),
    isAll,
    isThereBack: pathsOf(atlas, { ...search, from: to, to: from }, 1).paths.length > 0,
  }
}
