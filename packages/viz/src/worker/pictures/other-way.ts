import { betweenOf, reachOf, type Atlas, type PathsWish, type ThingIndex } from '@lineagraph/core'

/** Where there is a path though there is none as it is asked for: past what filters hide, from table to table, or the other way round. */
export type OtherWay = 'hidden' | 'tables' | 'back'

/** The nearest to what is asked for; null where nothing joins the two. For ends without a path. */
export function otherWay(atlas: Atlas, wish: PathsWish): OtherWay | null {
  const isThere = (other: Partial<PathsWish>): boolean =>
    betweenOf(atlas, { ...wish, ...other }, 'shortest', 1).length >= 0
  if (wish.hidden && isThere({ hidden: null })) return 'hidden'
  if (wish.followsColumns && isThere({ followsColumns: false })) return 'tables'
  return isThere({ from: wish.to, to: wish.from }) ? 'back' : null
}

/** Where no path joins the two: whether what the start feeds can be seen instead, or what feeds the end; null where there is neither. */
export const oneSide = (atlas: Atlas, from: ThingIndex, to: ThingIndex): 'down' | 'up' | null =>
  reachOf(atlas, [from], 'down').things.length > 0
    ? 'down'
    : reachOf(atlas, [to], 'up').things.length > 0
      ? 'up'
      : null
