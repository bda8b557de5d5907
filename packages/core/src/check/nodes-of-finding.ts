import type { LineageGraph } from '../graph/lineage-graph.ts'
import { isIdentifier } from '../read/read-lineage.ts'
import { NO_NODE, type NodeIndex } from '../resolve/nodes.ts'
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
      return present(strings(data['keys']).map((key) => graph.nodeOfKey(key)))
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

/** The keys of a circle's nodes, where a finding has some. */
const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
