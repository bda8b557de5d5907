/** How segments pull their vertices level, by segment. */
export interface Pulls {
  /** How far below its left vertex the right one stands where it is level. */
  readonly rise: Float64Array
  /** 1 for one that need not be level, and does not pull. */
  readonly free: Uint8Array
  /** How much its length counts. */
  readonly pull: Float64Array
}

/** How many ends of a segment are places where a long edge passes, and no nodes: these are to be straighter. */
export const dummiesAt = (nodeCount: number, one: number, other: number): 0 | 1 | 2 =>
  one < nodeCount ? (other < nodeCount ? 0 : 1) : other < nodeCount ? 1 : 2
