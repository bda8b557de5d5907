import { isContainer, type Atlas } from '@lineagraph/core'
import type { Waffles } from '../../scene/picture/picture.ts'
import type { Sort } from '../../tokens/looks.ts'
import { gravest, type Signs } from '../names/signs.ts'
import { countedSort } from '../names/thing-names.ts'

/** What is inside a thing, filters applied: things that hold no others, and what sort most of them are. */
export interface Inside {
  readonly count: number
  readonly sort: Sort | null
  /** In words: `5 schemas · 121 tables`; `121 tables hidden by filters` where these leave nothing. */
  readonly text: string
}

/** @param hidden by position, 1 for what filters leave out. */
export function insideOfThing(
  atlas: Atlas,
  signs: Signs,
  hidden: Uint8Array | null,
  position: number,
): Inside {
  const { tree } = atlas
  const { sorts, sortAt } = signs
  const counts = new Uint32Array(sorts.length)
  const around = new Uint32Array(sorts.length)
  let count = 0
  const depth = tree.depth[position]! + 1
  for (let at = position + 1; at < tree.end[position]!; at++) {
    if (hidden?.[at]) continue
    const holds = isContainer(tree, tree.order[at]!)
    if (!holds) {
      counts[sortAt[at]!]!++
      count++
    } else if (tree.depth[at] === depth && tree.order[at]! < tree.nodeCount) around[sortAt[at]!]!++
  }
  const most = largest(counts)
  const between = largest(around)
  const parts = [
    ...(between >= 0 ? [countedSort(sorts[between]!, around[between]!)] : []),
    ...(most >= 0 ? [countedSort(sorts[most]!, counts[most]!)] : []),
  ]
  const all = hidden && parts.length === 0 ? insideOfThing(atlas, signs, null, position).text : ''
  const text = all === '' ? parts.join(' · ') : `${all} hidden by filters`
  return { count, sort: most < 0 ? null : sorts[most]!, text }
}

function largest(counts: Uint32Array): number {
  let most = -1
  for (let i = 0; i < counts.length; i++) if (counts[i]! > (most < 0 ? 0 : counts[most]!)) most = i
  return most
}

/** A container has no more marks than this: a mark stands for ten, a hundred and so on then, in all of the picture. */
const MOST_MARKS = 400

/**
 * The waffles of a picture.
 * @param positions of closed containers, -1 for what has none. @param counts how many things are inside each.
 */
export function wafflesOf(
  { tree }: Atlas,
  { own }: Signs,
  hidden: Uint8Array | null,
  positions: readonly number[],
  counts: ArrayLike<number>,
  sorts: readonly Sort[],
): Waffles {
  let largestCount = 0
  positions.forEach((position, thing) => {
    if (position >= 0) largestCount = Math.max(largestCount, counts[thing]!)
  })
  let scale = 1
  while (largestCount / scale > MOST_MARKS) scale *= 10
  const starts = new Uint32Array(positions.length + 1)
  const marks: number[] = []
  positions.forEach((position, thing) => {
    if (position >= 0) {
      let [bits, held] = [0, 0]
      for (let at = position + 1; at < tree.end[position]!; at++) {
        if (hidden?.[at] || isContainer(tree, tree.order[at]!)) continue
        bits |= own[at]!
        if (++held < scale) continue
        marks.push(gravest(bits))
        ;[bits, held] = [0, 0]
      }
      if (held > 0) marks.push(gravest(bits))
    }
    starts[thing + 1] = marks.length
  })
  return { starts, marks: Uint8Array.from(marks), sorts, scale }
}
