import type { PlacingInput } from '../placing/placing.ts'
import type { CutGraph } from './cut-graph.ts'

/**
 * The part of the work that a picture may take which one of its boxes gets, from 0 to 1: as much as it holds of the whole. The whole is
 * rounded down to a power of 2, so that a picture that changes a little has the same shares, and boxes that did not change are the same.
 */
export const shareOfWork = (own: number, whole: number): number =>
  Math.min(1, own / 2 ** Math.floor(Math.log2(Math.max(1, whole))))

/** The part of the work for the whole picture that a box gets. */
export function shareOfBox(
  own: number,
  { count, partOf }: PlacingInput,
  { pieces, graphs }: Pick<CutGraph, 'pieces' | 'graphs'>,
): number {
  const { items, links } = graphs[own]!
  return shareOfWork(items.length + links.length, partOf ?? count + pieces.edge.length)
}
