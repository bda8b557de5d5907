import type { Neighbourhood, Visible } from '@lineagraph/core'

/** How many things wait upstream and downstream of a place of the tree. */
export type Waiting = (position: number, side: 'up' | 'down') => number

/** What waits beyond what is drawn at a place: upstream of what is upstream, downstream of what is downstream, on both sides of the focus. */
export function waitsBeyond(
  { belongs }: Pick<Visible, 'belongs'>,
  { hop }: Neighbourhood,
  waiting: Waiting,
  position: number,
): { readonly up: number; readonly down: number } {
  if (!belongs?.[position]) return { up: 0, down: 0 }
  return {
    up: hop[position]! <= 0 ? waiting(position, 'up') : 0,
    down: hop[position]! >= 0 ? waiting(position, 'down') : 0,
  }
}
