import { hiddenBelow, thingOfKey, type Atlas, type ThingIndex } from '@lineagraph/core'
import type { Shown } from '../../state/view.ts'
import { severityBits, type Signs } from '../names/signs.ts'

/** Columns are rows of their tables: without them lineage is that of the tables, and nothing of it is hidden. */
const ROW_SORTS: ReadonlySet<string> = new Set(['column', '@external_column'])

/**
 * What the filters of a view leave out, by position; null where there is no filter. A thing goes with all that is inside it, by its sort or
 * by itself; where only what has findings is wanted, everything goes that has none, neither itself nor inside.
 */
export function hiddenBy(
  { graph, tree }: Atlas,
  { sorts, sortAt, within }: Signs,
  { off, hide, only }: Pick<Shown, 'off' | 'hide' | 'only'>,
): Uint8Array | null {
  const offNow = sorts.map((sort) => off.includes(sort) && !ROW_SORTS.has(sort))
  const keys = new Set(hide.map((key) => thingOfKey(graph, tree, key)))
  const wanted = severityBits(only)
  if (!offNow.includes(true) && keys.size === 0 && wanted === 0) return null
  const isRange = (thing: number): boolean => tree.groups[thing - graph.nodeCount]?.kind === 'range'
  return hiddenBelow(
    tree,
    (thing, position) =>
      (offNow[sortAt[position]!]! && !isRange(thing)) ||
      keys.has(thing) ||
      (wanted !== 0 && (within[position]! & wanted) === 0),
  )
}

/** What is left out where only a container is to be shown, with what is inside it and the boxes around it, by position. @param hidden what is left out anyhow. */
export function hiddenButIn(
  { at, end, parents, order }: Atlas['tree'],
  container: ThingIndex,
  hidden: Uint8Array | null,
): Uint8Array {
  const out = new Uint8Array(order.length).fill(1)
  const [first, last] = [at[container]!, end[at[container]!]!]
  if (hidden) out.set(hidden.subarray(first, last), first)
  else out.fill(0, first, last)
  for (let above = parents[container]!; above >= 0; above = parents[above]!) out[at[above]!] = 0
  return out
}

/** Whether columns are switched off. */
export const hidesColumns = ({ off }: Pick<Shown, 'off'>): boolean => off.includes('column')
