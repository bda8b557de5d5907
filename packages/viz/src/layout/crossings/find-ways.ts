import { FAR } from './layered.ts'

/** With more dummies than 4 for each node and edge, edges share their ways. */
const SHARING_FROM = 4

/** Edges look in so many ways at most. */
export const LOOKS = 4

/** Added to the look of an edge that is drawn otherwise since it leads back elsewhere. */
export const BACK = 2

/** Edges from left to right. */
export interface Edges {
  readonly tail: Uint32Array
  readonly head: Uint32Array
  /** 1 where the data flows from head to tail. */
  readonly reversed: Uint8Array
  /** How each looks; all alike where it is left out. */
  readonly look?: Uint8Array
}

/** Edges that share a way: all leave one node, or all enter one. */
export interface Bundles {
  /** Of each edge; -1 for one that goes its own way. */
  readonly of: Int32Array
  /** Of each bundle: 1 where its edges leave one node, 0 where they enter one. */
  readonly atTail: Uint8Array
}

/** No edge shares its way. */
export const noBundles = (edgeCount: number): Bundles => ({
  of: new Int32Array(edgeCount).fill(-1),
  atTail: new Uint8Array(0),
})

/** A way is a row of dummies that starts at an anchor, which is the tail or the head of all edges that take it. */
export interface Ways {
  /** Of each edge. */
  readonly wayOf: Uint32Array
  /** Of each way. */
  readonly anchor: Uint32Array
  /** Of each way: 1 where its anchor is the tail of its edges. */
  readonly atTail: Uint8Array
}

/**
 * Finds the way of each edge: its own; or, where that would make too many dummies, that of all which leave a node or all which enter it, whichever
 * are more. Turned ones keep apart from the others, and those that look otherwise. O(n + m). @param passed how many layers each edge passes; FAR for one that gets no dummies.
 */
export function findWays(
  nodeCount: number,
  { tail, head, reversed, look }: Edges,
  passed: Uint32Array,
  bundles: Bundles,
): Ways {
  const edgeCount = tail.length
  const shares = hasTooManyDummies(nodeCount, passed, bundles)
  const ownWays = shares ? 4 * LOOKS * nodeCount : edgeCount
  const wayOf = new Uint32Array(edgeCount)
  const anchor = new Uint32Array(ownWays + bundles.atTail.length)
  const atTail = new Uint8Array(anchor.length).fill(1)
  atTail.set(bundles.atTail, ownWays)
  const { outs, ins } = countLong(nodeCount, { tail, head, reversed }, passed)
  for (let edge = 0; edge < edgeCount; edge++) {
    const byTail = outs[tail[edge]!]! >= ins[head[edge]!]!
    if (bundles.of[edge]! >= 0) {
      wayOf[edge] = ownWays + bundles.of[edge]!
    } else if (!shares) {
      wayOf[edge] = edge
    } else {
      const place = LOOKS * (byTail ? tail : head)[edge]! + (look?.[edge] ?? 0)
      wayOf[edge] = 4 * place + (byTail ? 2 : 0) + reversed[edge]!
      atTail[wayOf[edge]!] = byTail ? 1 : 0
    }
    anchor[wayOf[edge]!] = (atTail[wayOf[edge]!] ? tail : head)[edge]!
  }
  return { wayOf, anchor, atTail }
}

function hasTooManyDummies(nodeCount: number, passed: Uint32Array, bundles: Bundles): boolean {
  let dummies = 0
  for (let edge = 0; edge < passed.length; edge++)
    if (passed[edge] !== FAR && bundles.of[edge] === -1) dummies += passed[edge]!
  return dummies > SHARING_FROM * (nodeCount + passed.length)
}

/** How many edges with dummies leave and enter each node. */
function countLong(nodeCount: number, { tail, head }: Edges, passed: Uint32Array) {
  const outs = new Uint32Array(nodeCount)
  const ins = new Uint32Array(nodeCount)
  for (let edge = 0; edge < tail.length; edge++)
    if (passed[edge]! > 0 && passed[edge] !== FAR) {
      outs[tail[edge]!]!++
      ins[head[edge]!]!++
    }
  return { outs, ins }
}
