import { REACHED, type Neighbourhood, type Visible } from '@lineagraph/core'

/** How many things wait upstream and downstream of a place of the tree. */
export type Waiting = (position: number, side: 'up' | 'down') => number

/** What waits beyond what is drawn at a place, as lineage of the focus: upstream of what is upstream, downstream of what is downstream, on both sides of what is both. */
export function waitsBeyond(
  { belongs }: Pick<Visible, 'belongs'>,
  { reached }: Neighbourhood,
  waiting: Waiting,
  position: number,
): { readonly up: number; readonly down: number } {
  const isReached = (way: number): boolean => belongs?.[position] === 1 && (reached[position]! & way) !== 0
  return {
    up: isReached(REACHED.up) ? waiting(position, 'up') : 0,
    down: isReached(REACHED.down) ? waiting(position, 'down') : 0,
  }
}
