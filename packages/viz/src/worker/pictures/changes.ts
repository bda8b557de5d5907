import type { Atlas, Visible } from '@lineagraph/core'
import type { PictureChanges } from '../../scene/picture/picture.ts'

/** What differs from the base run, by position in the tree of things: worked out once a run. */
export interface Changes {
  /** By node, an index into NODE_CHANGES. */
  readonly ofNode: Uint8Array
  /** By position: how many nodes of a card, its columns among them, are added, and are changed or moved. */
  readonly added: Uint32Array
  readonly changed: Uint32Array
  /** By position: how many nodes were inside and are gone. */
  readonly removed: Uint32Array
}

/**
 * What differs in what a picture shows: at each thing what is in it or folded into it, at each box what is drawn inside too. O(positions),
 * whatever is open.
 */
export function changesShown(
  { ofNode, ...counts }: Changes,
  { tree }: Atlas,
  visible: Visible,
): PictureChanges {
  const { things, box, shown, rows } = visible
  const sums = (byPosition: Uint32Array): Uint32Array => {
    const found = new Uint32Array(things.length)
    for (let position = 0; position < byPosition.length; position++)
      if (byPosition[position]! > 0 && shown[position]! >= 0)
        found[shown[position]!]! += byPosition[position]!
    // A box stands before what is in it.
    for (let index = things.length - 1; index >= 0; index--)
      if (box[index]! >= 0) found[box[index]!]! += found[index]!
    return found
  }
  return {
    own: Uint8Array.from(things, (thing) => (thing < tree.nodeCount ? ofNode[thing]! : 0)),
    ownRows: Uint8Array.from(rows.nodes, (node) => ofNode[node]!),
    added: sums(counts.added),
    changed: sums(counts.changed),
    removed: sums(counts.removed),
  }
}
