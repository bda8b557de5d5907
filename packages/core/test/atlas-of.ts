import { cardEdgesOf, thingTreeOf, type Atlas, type LineageGraph } from '../src/index.ts'

/** What pictures of a graph are made from. */
export function atlasOf(graph: LineageGraph): Atlas {
  const tree = thingTreeOf(graph)
  return { graph, tree, cards: cardEdgesOf(graph, tree) }
}
