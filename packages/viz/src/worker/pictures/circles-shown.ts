import { endFinder, type Atlas, type DeclaredCircles, type EdgeIndex, type Visible } from '@lineagraph/core'
import type { Circle } from '../../scene/picture/picture.ts'

export interface ShownCircles {
  readonly circles: readonly Circle[]
  /** By line: the circle that it is part of, the largest of several, or -1. */
  readonly ofLine: Int32Array
}

/** The circles of a run as far as a picture shows lines of them. O(edges in circles). */
export function circlesShown(
  atlas: Atlas,
  declared: DeclaredCircles,
  edges: readonly EdgeIndex[],
  visible: Visible,
): ShownCircles {
  const { graph } = atlas
  const { lines, things, rows } = visible
  const ofLine = new Int32Array(lines.count).fill(-1)
  if (edges.length === 0) return { circles: [], ofLine }

  const endOf = endFinder(atlas, visible)
  const ends = things.length + rows.nodes.length
  const lineOf = new Map<number, number>()
  const end = (thing: number, row: number): number => (row < 0 ? thing : things.length + row)
  for (let line = 0; line < lines.count; line++)
    lineOf.set(
      end(lines.from[line]!, lines.fromRow[line]!) * ends + end(lines.to[line]!, lines.toRow[line]!),
      line,
    )
  const lineOfEdge = (edge: EdgeIndex): number => {
    const [from, to] = [endOf(graph.fromOf(edge)), endOf(graph.toOf(edge))]
    return from < 0 || to < 0 || from === to ? -1 : (lineOf.get(from * ends + to) ?? -1)
  }
  const linesOf = new Map<number, Map<number, number>>()
  for (const edge of edges) {
    const line = lineOfEdge(edge)
    if (line < 0) continue
    const circle = declared.circleOf[graph.fromOf(edge)]!
    const found = linesOf.get(circle)
    if (found) found.set(line, (found.get(line) ?? 0) + 1)
    else linesOf.set(circle, new Map([[line, 1]]))
  }
  const sizeOf = new Uint32Array(lines.count)
  const circles = [...linesOf].map(([number, edgesOn], index): Circle => {
    const { key, nodes, way, isShortest, cut } = declared.at(number)
    const own = [...edgesOn.keys()]
    for (const line of own) {
      if (nodes.length <= sizeOf[line]!) continue
      sizeOf[line] = nodes.length
      ofLine[line] = index
    }
    const drawn = (some: readonly EdgeIndex[]): number[] => [
      ...new Set(some.map(lineOfEdge).filter((line) => line >= 0)),
    ]
    const round = endingAt(way, cut)
    const wayLines = drawn(round)
    const lineAt = new Map(round.map((edge, hop) => [lineOfEdge(edge), hop] as const).reverse())
    const members = new Set(own.flatMap((line) => [lines.from[line]!, lines.to[line]!]))
    return {
      ...{ key, size: nodes.length, things: [...members], lines: own, edges: [...edgesOn.values()] },
      ...{ way: wayLines, wayHops: round.length, isShortest, cut: drawn(cut) },
      wayAt: wayLines.map((line) => lineAt.get(line)!),
      opening: { from: graph.keyOf(graph.fromOf(cut[0]!)), to: graph.keyOf(graph.toOf(cut[0]!)) },
    }
  })
  return { circles, ofLine }
}

/** A way round that ends with an edge to cut, where it has one: there one leaves off to walk, and wherever it is told it begins alike. */
export function endingAt(way: readonly EdgeIndex[], cut: readonly EdgeIndex[]): readonly EdgeIndex[] {
  const last = way.findIndex((edge) => cut.includes(edge))
  return last < 0 ? way : [...way.slice(last + 1), ...way.slice(0, last + 1)]
}

/** The edges of a run that are in a circle; those from a thing to itself are not. */
export function edgesInCircles({ graph }: Atlas, { count, circleOf }: DeclaredCircles): EdgeIndex[] {
  const edges: EdgeIndex[] = []
  if (count > 0)
    for (let edge = 0; edge < graph.edgeCount; edge++) {
      const [from, to] = [graph.fromOf(edge), graph.toOf(edge)]
      if (from !== to && circleOf[from]! >= 0 && circleOf[from] === circleOf[to]) edges.push(edge)
    }
  return edges
}
