import { REACHED, type Neighbourhood, type Side, type waitingAt } from '@lineagraph/core'

/** What waits beyond what is drawn as one, as lineage of the focus: upstream of what is upstream, downstream of what is downstream, on both sides of what is both. */
export function waitsBeyond(
  near: Neighbourhood,
  waiting: ReturnType<typeof waitingAt>,
  positions: readonly number[],
): Readonly<Record<Side, number>> {
  const beyond = (side: Side): number => waiting(reachedBy(near, positions, side), side)
  return { up: beyond('up'), down: beyond('down') }
}

/** Those beyond which more of the lineage of the focus lies on a side. */
export const reachedBy = (
  { reached }: Pick<Neighbourhood, 'reached'>,
  positions: readonly number[],
  side: Side,
): number[] => positions.filter((position) => (reached[position]! & REACHED[side]) !== 0)
