import { isContainer, type Atlas } from '@lineagraph/core'
import type { Waffles } from '../../scene/picture/picture.ts'
import { orderOf, type Sort } from '../../tokens/looks.ts'
import { gravest, type Signs } from '../names/signs.ts'
import { countedSort } from '../names/thing-names.ts'

/** What is inside a thing, however deep, filters applied. */
export interface Inside {
  /** How many things hold no others. */
  readonly count: number
  /** What sort most of these are. */
  readonly sort: Sort | null
  /** All of it by sort, from the outside in: `5 schemas · 121 tables`; `121 tables hidden by filters` where these leave nothing. */
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
  const all = new Uint32Array(sorts.length)
  const holdNothing = new Uint32Array(sorts.length)
  for (let at = position + 1; at < tree.end[position]!; at++) {
    if (hidden?.[at] || tree.order[at]! >= tree.nodeCount) continue
    all[sortAt[at]!]!++
    if (!isContainer(tree, tree.order[at]!)) holdNothing[sortAt[at]!]!++
  }
  const bySort = (counts: Uint32Array): [Sort, number][] =>
    sorts
      .map((sort, index): [Sort, number] => [sort, counts[index]!])
      .filter(([, count]) => count > 0)
      .sort(([one], [other]) => orderOf(one) - orderOf(other))
  const told = bySort(all)
  const ends = bySort(holdNothing)
  const count = ends.reduce((sum, [, own]) => sum + own, 0)
  const most = Math.max(0, ...ends.map(([, own]) => own))
  const sort = ends.find(([, own]) => own === most)?.[0] ?? null
  const text = told.map(([one, own]) => countedSort(one, own)).join(' · ')
  if (hidden === null || text !== '') return { count, sort, text }
  const whole = insideOfThing(atlas, signs, null, position)
  return { count, sort, text: whole.text === '' ? '' : `${whole.text} hidden by filters` }
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
