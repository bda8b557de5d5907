import {
  insideOf,
  keyOfThing,
  readableLevel,
  thingOfKey,
  type Atlas,
  type Neighbourhood,
  type ThingIndex,
  type Visible,
} from '@lineagraph/core'
import { keepKnown } from '../state/actions.ts'
import { firstInStack } from '../state/view.ts'
import type { Composer } from './composer.ts'
import { columnNames } from './names/column-names.ts'
import type { OpenRun } from './open-run.ts'
import { levelsOf } from './pictures/levels-of.ts'
import { keysThatShow } from './pictures/shown-keys.ts'
import type { Answers } from './protocol.ts'

/** The outline is opened as far as the picture is, as long as it has no more things then: each look at it takes time for all that is open. */
const MOST_OUTLINED = 10_000
/** A newer run is open as deep as the one before as long as it has not grown to more things than this. */
const MOST_KEPT = 1500

/** What is asked about the things of one run by their keys: where they are, and what stands for them in a view. */
export type ThingAnswers = Pick<Answers, 'locate' | 'around' | 'settle' | 'columnsOf' | 'openAtFirst'>

/** Answers what is asked about the things of one run. */
export function thingAnswers(
  { sheet: { atlas }, readable }: OpenRun,
  { ready, composed }: Composer,
): ThingAnswers {
  const { graph, tree } = atlas
  return {
    async locate(key, wish) {
      await ready(wish.kind)
      return keysThatShow(atlas, composed(wish), key)
    },
    around(key) {
      const thing = thingOfKey(graph, tree, key)
      const keys: string[] = []
      if (thing === undefined) return keys
      const card = tree.order[tree.at[thing]!]!
      for (let above = tree.parents[card]!; above >= 0; above = tree.parents[above]!)
        keys.push(keyOfThing(graph, tree, above))
      return keys.reverse()
    },
    settle(view, level = readable) {
      const kept = Math.min(level, readableLevel(tree, MOST_KEPT))
      const isThing = (key: string): boolean => thingOfKey(graph, tree, key) !== undefined
      const known = keepKnown(view, (key) => isThing(firstInStack(key)))
      return kept === readable ? known : { ...known, level: known.level ?? kept }
    },
    columnsOf: (keys, most) => keys.map((key) => columnNames(atlas, key, most)),
    async openAtFirst(wish) {
      await ready(wish.kind)
      const { visible, near } = composed(wish)
      const opened = near ? aroundNearest(atlas, visible, near) : openBoxes(visible)
      return opened.filter((thing) => thing < graph.nodeCount).map((thing) => graph.keyOf(thing))
    },
  }
}

/** The open containers of the Map, level by level. */
function openBoxes({ things, isBox, box }: Visible): ThingIndex[] {
  const levels = levelsOf(box)
  const most = levelsWithin(levels, MOST_OUTLINED)
  return [...things].filter((_, index) => isBox[index] && levels[index]! + 1 < most)
}

/** What is around the things of a lineage view, which need no boxes there: around the nearest first. */
function aroundNearest({ tree }: Atlas, { things }: Visible, { hop }: Neighbourhood): ThingIndex[] {
  const hopsTo = (thing: ThingIndex): number => Math.abs(hop[tree.at[thing]!]!)
  const nearest = [...things]
    .filter((thing) => thing < tree.thingCount)
    .sort((one, other) => hopsTo(one) - hopsTo(other))
  const found = new Set<ThingIndex>()
  let rows = 0
  for (const thing of nearest)
    for (let above = tree.parents[thing]!; above >= 0 && !found.has(above); above = tree.parents[above]!) {
      rows += insideOf(tree, above).length
      if (rows > MOST_OUTLINED) return [...found]
      found.add(above)
    }
  return [...found]
}

/** How many levels from the outermost on have no more things than that together. */
function levelsWithin(levels: Uint32Array, most: number): number {
  const counts: number[] = []
  for (const level of levels) counts[level] = (counts[level] ?? 0) + 1
  let sum = 0
  let level = 0
  while (level < counts.length && (sum += counts[level]!) <= most) level++
  return level
}
