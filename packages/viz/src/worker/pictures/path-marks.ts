import { edgesOfPair, lineFinder, SEVERAL, thingOfKey, type Atlas } from '@lineagraph/core'
import type { PathMarks } from '../../scene/picture/picture.ts'
import type { Composed } from './composed.ts'

/** What of a picture is on some links of paths. O(links + lines). */
export function pathMarks(
  atlas: Atlas,
  { visible, path }: Pick<Composed, 'visible' | 'path'>,
  links: Iterable<number> = path?.links ?? [],
): PathMarks | null {
  if (!path) return null
  const { graph, tree, cards } = atlas
  const { things, shown, rows, lines } = visible
  const { ofEdge, ofPair } = lineFinder(atlas, visible)
  const rowOfNode = new Map(Array.from(rows.nodes, (node, row) => [node, row] as const))
  const on = {
    cards: new Uint8Array(things.length),
    rows: new Uint8Array(rows.nodes.length),
    folds: new Uint8Array(things.length),
    lines: new Uint8Array(lines.count),
  }
  const markThing = (position: number): number => {
    const card = shown[position]!
    if (card >= 0) on.cards[card] = 1
    return card
  }
  const markNode = (node: number): void => {
    const card = markThing(tree.at[node]!)
    if (card < 0 || tree.rowOf[node]! < 0 || rows.starts[card] === rows.starts[card + 1]) return
    const row = rowOfNode.get(tree.rowOf[node]!)
    if (row === undefined) on.folds[card] = 1
    else on.rows[row] = 1
  }
  const markLine = (line: number): void => {
    if (line < 0) return
    on.lines[line] = 1
    for (const row of [lines.fromRow[line]!, lines.toRow[line]!]) if (row >= 0) on.rows[row] = 1
  }
  for (const link of links) {
    if (path.followsColumns) {
      for (const node of [graph.fromOf(link), graph.toOf(link)]) markNode(node)
      markLine(ofEdge(link))
      continue
    }
    for (const position of [cards.from[link]!, cards.to[link]!]) markThing(position)
    const line = ofPair(link)
    for (const one of line === SEVERAL ? linesOfThings(edgesOfPair(cards, link)) : [line]) markLine(one)
  }
  const ends = path.ends.map((end) => shown[tree.at[end]!]!).filter((end) => end >= 0)
  if (ends.length < path.ends.length) return null
  for (const end of ends) on.cards[end] = 1
  return { ...on, ends }

  /** From thing to thing, the line between the two as wholes is the way; those of their columns are it where there is none. */
  function linesOfThings(edges: Iterable<number>): number[] {
    const found = Array.from(edges, ofEdge).filter((line) => line >= 0)
    const whole = found.filter((line) => lines.fromRow[line]! < 0 && lines.toRow[line]! < 0)
    return whole.length > 0 ? whole : found
  }
}

/** The same of one path alone. @param way the keys of what it passes. */
export function wayMarks(atlas: Atlas, composed: Composed, way: readonly string[]): PathMarks | null {
  if (!composed.path) return null
  const { graph, tree, cards } = atlas
  const { followsColumns } = composed.path
  const { starts, neighbors, edges } = followsColumns ? graph.out : cards.out
  const units = way.map((key) => {
    const thing = thingOfKey(graph, tree, key) ?? -1
    return thing < 0 || followsColumns ? thing : tree.at[thing]!
  })
  if (units.includes(-1)) return null
  const links = units.slice(1).flatMap((to, i) => {
    const row = neighbors.subarray(starts[units[i]!], starts[units[i]! + 1])
    const at = row.indexOf(to)
    return at < 0 ? [] : [edges[starts[units[i]!]! + at]!]
  })
  return pathMarks(atlas, composed, links)
}
