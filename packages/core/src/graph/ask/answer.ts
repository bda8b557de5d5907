import type { NodeIndex } from '../../resolve/nodes.ts'

/** How lineage is followed: as it is declared, or with columns counted as their tables. */
export const LEVELS = ['column', 'table'] as const
/** Whether a question is about columns, as lineage is declared, or about the tables around them. */
export type AskLevel = (typeof LEVELS)[number]

/** What can be asked of a graph. */
export type Question = { readonly level: AskLevel } & (
  | {
      readonly kind: 'upstream' | 'downstream'
      readonly of: NodeIndex
      /** Hops at most; all the way where it is not given. */
      readonly depth?: number
      /** Only what is of this type: what lies inside such a thing counts as it. */
      readonly type?: string
    }
  | {
      readonly kind: 'path'
      readonly from: NodeIndex
      readonly to: NodeIndex
      /** Whether every path is wanted that passes nothing twice, as many as can be told; else the shortest one. */
      readonly all: boolean
    }
  | { readonly kind: 'roots' | 'leaves' | 'cycles' }
  | { readonly kind: 'focus'; readonly selector: string; readonly selected: Iterable<NodeIndex> }
)

export type NodeList = readonly NodeIndex[] | Uint32Array

/** What a graph answers. */
export interface Answer {
  readonly question: Question
  /** Each once: upstream and downstream the nearest first, on a path from its beginning, else in the order of the graph. */
  readonly nodes: NodeList
  /** Upstream and downstream: how many hops away a node of these is. */
  readonly hopsOf?: (node: NodeIndex) => number
  /** By node, upstream and downstream: from where it was reached, -1 where from the thing itself; undefined where types are picked out. */
  readonly via?: Int32Array
  /** Paths, the shortest first; or parts that run in a circle, the largest first. */
  readonly lists?: readonly NodeList[]
  /** Whether these are all paths. */
  readonly isAll: boolean
}
