import type { LineageGraph } from '../graph/lineage-graph.ts'
import { isIdentifier } from '../read/read-lineage.ts'
import { NO_NODE, type NodeIndex } from '../resolve/nodes.ts'
import { identifierText } from './edge-text.ts'
import type { Finding } from './finding.ts'

/** The nodes that a finding is about, as far as they are in the graph: where a picture marks it. */
export function nodesOfFinding(graph: LineageGraph, { subject, data }: Finding): NodeIndex[] {
  switch (subject.kind) {
    case 'resource':
      return present([graph.nodeOfId(subject.id)])
    case 'lineage':
      return present([subject.from, subject.to].map((end) => nodeOfDeclared(graph, end)))
    case 'mention': {
      const { kind: _, ...parts } = subject
      return present([nodeOfDeclared(graph, parts)])
    }
    case 'graph':
      return Array.isArray(data['circle']) ? nodesNamed(graph, data['circle'] as string[]) : []
    case 'file':
      return []
  }
}

const present = (nodes: readonly (NodeIndex | undefined)[]): NodeIndex[] =>
  nodes.filter((node): node is NodeIndex => node !== undefined && node !== NO_NODE)

function nodeOfDeclared(graph: LineageGraph, declared: unknown): NodeIndex | undefined {
  const identifier = isIdentifier(declared) ? graph.run.identifiers.find(declared) : -1
  return identifier < 0 ? undefined : graph.nodeOfIdentifier(identifier)
}

/** Nodes by what a circle's finding calls them: most are ids; the others are external. */
function nodesNamed(graph: LineageGraph, names: readonly string[]): NodeIndex[] {
  const nodes = names.map((name) => graph.nodeOfId(name))
  if (!nodes.includes(undefined)) return present(nodes)
  const external = new Map<string, NodeIndex>()
  for (let node = 0; node < graph.nodeCount; node++)
    if (graph.idOf(node) === '') external.set(identifierText(graph.identifierOf(node)), node)
  return present(names.map((name, i) => nodes[i] ?? external.get(name)))
}
