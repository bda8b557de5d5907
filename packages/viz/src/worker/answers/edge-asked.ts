import { edgesBehind, thingOfKey, type Atlas, type EdgeIndex, type NodeIndex } from '@lineagraph/core'
import { namedEnd } from '../names/thing-names.ts'
import type { Composed } from '../pictures/composed.ts'
import type { Sheet } from '../pictures/draw.ts'
import { endOfKey, endThatShows, type ShownEnd } from '../pictures/shown-keys.ts'
import { isCardKey, withoutCard } from '../../state/card-key.ts'
import { describeEdge, type EdgeDetails } from './details.ts'

/**
 * What is known of the edges between two ends: of the line between them, or, where the picture folds them, of the line that stands for them,
 * or of themselves where both ends are inside one thing. Null where the picture shows nothing of them, and where there are none.
 */
export function describeAsked(
  { atlas, signs }: Sheet,
  shown: Composed,
  from: string,
  to: string,
  most: number,
): EdgeDetails | null {
  const { graph, tree } = atlas
  const [own, ownTo] = [endOfKey(atlas, signs, shown, from), endOfKey(atlas, signs, shown, to)]
  if (own && ownTo) {
    const edges = edgesBehind(atlas, shown.visible, own, ownTo)
    return describeEdge(graph, own.named, ownTo.named, edges, most)
  }
  const showing = (key: string): ShownEnd | undefined => {
    const end = endThatShows(atlas, signs, shown, withoutCard(key))
    return end && isCardKey(key) ? { ...end, row: null } : end
  }
  const [one, other] = [showing(from), showing(to)]
  const [source, target] = [from, to].map((key) => thingOfKey(graph, tree, withoutCard(key)))
  if (!one || !other || source === undefined || target === undefined) return null
  const [isFrom, isTo] = [holder(atlas, source), holder(atlas, target)]
  const isMeant = (edge: EdgeIndex): boolean => isFrom(graph.fromOf(edge)) && isTo(graph.toOf(edge))
  const asked = { from: namedEnd(atlas, signs, source), to: namedEnd(atlas, signs, target) }
  if (one.thing === other.thing && one.row === other.row) {
    const edges: EdgeIndex[] = []
    for (let edge = 0; edge < graph.edgeCount; edge++) if (isMeant(edge)) edges.push(edge)
    const details = describeEdge(graph, asked.from, asked.to, edges, most)
    return details && { ...details, within: one.named }
  }
  const edges = edgesBehind(atlas, shown.visible, one, other)
  const details = edges.some(isMeant) ? describeEdge(graph, one.named, other.named, edges, most) : null
  return details && { ...details, folds: asked }
}

/** Whether a node is a thing or inside it. */
function holder({ tree }: Atlas, thing: number): (node: NodeIndex) => boolean {
  const at = tree.at[thing]!
  const isColumn = tree.order[at] !== thing
  return isColumn
    ? (node) => node === thing
    : (node) => tree.at[node]! >= at && tree.at[node]! < tree.end[at]!
}
