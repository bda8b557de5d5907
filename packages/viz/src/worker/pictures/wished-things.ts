import { thingOfKey, type Atlas, type RowList, type ThingIndex } from '@lineagraph/core'
import type { Shown } from '../../state/view.ts'
import type { PictureWish } from './picture-wish.ts'

/** A card that is opened shows so many columns: on a narrow page as many as a window shows above what lies over its foot. */
export const openedRows = ({ isNarrow }: Pick<PictureWish, 'isNarrow'>): number => (isNarrow ? 20 : 30)

/** The things of some keys, as far as they are in the run. */
export const thingsOf = ({ graph, tree }: Atlas, keys: readonly string[]): Set<ThingIndex> =>
  new Set(keys.flatMap((key) => thingOfKey(graph, tree, key) ?? []))

/** Where one is in a list of columns, and what is searched for in it. */
interface Place {
  readonly from: number
  readonly find: string
}

/** By thing. */
export const listsOf = ({ graph, tree }: Atlas, { lists }: Shown): Map<ThingIndex, Place> =>
  new Map(
    lists.flatMap(({ key, from, find }) => {
      const thing = thingOfKey(graph, tree, key)
      return thing === undefined ? [] : [[thing, { from, find }] as const]
    }),
  )

/** The columns that a card shows: so many, from where one is in its list. */
export const rowList = (most: number, onlyTraced: boolean, place: Place | undefined): RowList => ({
  from: place?.from ?? 0,
  find: place?.find ?? '',
  most,
  onlyTraced,
})
