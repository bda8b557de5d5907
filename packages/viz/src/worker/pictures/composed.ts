import type { Neighbourhood, ThingIndex, Visible, waitingAt } from '@lineagraph/core'
import type { keepLayers } from '../../layout/keep-layers.ts'
import type { Hops } from '../../state/view.ts'
import type { lineageLayers } from './lineage-layers.ts'
import type { rulerOf } from './ruler.ts'
import type { Stack } from '../names/stack.ts'

/** How many hops a lineage view shows each way. */
export interface ShownHops {
  readonly up: Hops
  readonly down: Hops
}

export interface LayersOfLineage {
  readonly find: typeof lineageLayers
  readonly keep: typeof keepLayers
  readonly rule: typeof rulerOf
}

export interface PathLinks {
  readonly links: Uint32Array
  readonly followsColumns: boolean
  readonly ends: readonly [from: ThingIndex, to: ThingIndex]
}

/** What a view shows of a run, before anything has a place. */
export interface Composed {
  readonly visible: Visible
  /** In the lineage view what is near; null in the Map. */
  readonly near: Neighbourhood | null
  /** How many hops around its focus the lineage view shows; null in the Map and for what lies between two things. */
  readonly hops: ShownHops | null
  /** How many things a hop more would show, where that is one hop fewer than usual because they are so many; else null. */
  readonly ifMore: number | null
  /** How many things there are, where only the nearest are drawn and more may be asked for; else null. */
  readonly ifAll: number | null
  /** How many things there are, where only the nearest are drawn and no more may be asked for at once; else null. */
  readonly ifMost: number | null
  /** In the lineage view how many things wait beside one that is shown. */
  readonly waiting: (() => ReturnType<typeof waitingAt>) | null
  /** What finds, keeps and heads the layers of the lineage view, loaded with it; null in the Map. */
  readonly layers: LayersOfLineage | null
  /** The things from the tree's thing count on. */
  readonly stacks: readonly Stack[]
  /** What would be stacks, were they not spread: drawn one by one. */
  readonly spread: readonly Stack[]
  readonly level: number
  /** The level of the Map where a view names none. */
  readonly opensAt: number
  /** The thing that the lineage view is about, or a column; -1 for none. */
  readonly focus: ThingIndex
  /** That thing, where it is a container that is closed and stands for all that is inside it; else -1. */
  readonly whole: ThingIndex
  /** Of paths between two things their links, edges or pairs of these, and where they begin and end; else null. */
  readonly path: PathLinks | null
  readonly hidden: Uint8Array | null
  readonly notices: readonly string[]
}
