import type { Neighbourhood, Visible } from '@lineagraph/core'

/** How many things wait upstream and downstream of a place of the tree. */
export type Waiting = (position: number, side: 'up' | 'down') => number

/** Whether something waits beyond what is drawn at a place, further from the focus: upstream of what is upstream, downstream of what is downstream. */
export const waitsBeyond = (
  { belongs }: Pick<Visible, 'belongs'>,
  { hop }: Neighbourhood,
  waiting: Waiting,
  position: number,
): boolean =>
  belongs?.[position] === 1 &&
  ((hop[position]! <= 0 && waiting(position, 'up') > 0) ||
    (hop[position]! >= 0 && waiting(position, 'down') > 0))
