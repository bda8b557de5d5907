import { thingOfKey, type Atlas, type RowList, type ThingIndex } from '@lineagraph/core'
import type { Shown } from '../../state/view.ts'

/** A card that is opened shows so many columns. */
export const OPENED_ROWS = 30

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
