import type { Report } from '../check/finding.ts'
import { toGraphology } from '../graph/to-graphology.ts'

/** The graph in graphology's serialized form, which its `DirectedGraph.from` reads, one node or edge a line. */
export function* exportGraphology({ graph }: Report): Generator<string> {
  const { attributes, options, nodes, edges } = toGraphology(graph).export()
  yield `{\n"attributes": ${JSON.stringify(attributes)},\n"options": ${JSON.stringify(options)},\n"nodes": [`
  yield* lines(nodes)
  yield '],\n"edges": ['
  yield* lines(edges)
  yield ']\n}\n'
}

function* lines(items: readonly unknown[]): Generator<string> {
  for (const [i, item] of items.entries()) yield `${i === 0 ? '\n' : ',\n'}${JSON.stringify(item)}`
  if (items.length > 0) yield '\n'
}
