import type { Atlas, NodeIndex } from '@lineagraph/core'
import { CARD, ROW } from '../../scene/picture/measures.ts'
import type { CardRows } from '../../scene/picture/picture.ts'
import type { Composed } from './composed.ts'
import { nameOf } from '../names/name-of.ts'
import type { Signs } from '../names/signs.ts'

/** @param typeOf the data type of a column, or an empty text. */
export function nameRows(
  { graph }: Atlas,
  { onRow }: Signs,
  { visible: { rows, lines } }: Composed,
  typeOf: (column: NodeIndex) => string,
): CardRows {
  const nodes = Array.from(rows.nodes)
  const traced = new Uint8Array(nodes.length)
  for (const ends of [lines.fromRow, lines.toRow]) for (const row of ends) if (row >= 0) traced[row] = 1
  return {
    count: nodes.length,
    starts: rows.starts,
    keys: nodes.map((node) => graph.keyOf(node)),
    titles: nodes.map((node) => nameOf(graph, node)),
    types: nodes.map(typeOf),
    traced,
    y: Float32Array.from(nodes, (_, row) => rowMiddle(row - rows.starts[rows.thingOf[row]!]!)),
    marks: Uint8Array.from(nodes, (node) => onRow.get(node) ?? 0),
  }
}

/** The middle of row i of a card, below the top of the card. */
const rowMiddle = (i: number): number => CARD.height + ROW.height * (i + 0.5)
