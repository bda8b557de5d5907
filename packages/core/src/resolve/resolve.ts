import type { IdentifierIndex } from '../read/identifiers.ts'
import type { Run } from '../read/run.ts'
import { UNSET, type StringIndex } from '../read/strings.ts'
import { Tuples } from '../read/tuples.ts'
import { NO_NODE, Nodes, type NodeIndex } from './nodes.ts'
import { resolveExternals, type Externals } from './resolve-externals.ts'

/** Stands where a declared line gives no edge. */
export const NO_EDGE = -1

/** What a run means: its nodes, its distinct edges, and which declaration gave which. */
export interface Resolution {
  readonly nodes: Nodes
  /** The resource or missing resource of each id, by string; NO_NODE where a string is no id. */
  readonly nodeOfId: Int32Array
  /** The node of each identifier that lineage names; NO_NODE for a query that no edge begins at. */
  readonly nodeOfIdentifier: Int32Array
  /** Distinct edges: [from, to]. */
  readonly edges: Tuples
  /** The edge of each declared line, or NO_EDGE. */
  readonly edgeOfLineage: Int32Array
  readonly externals: Externals
}

/** Decides what every identifier of a run means. */
export function resolve(run: Run): Resolution {
  const nodes = new Nodes()
  const nodeOfId = new Int32Array(run.strings.size).fill(NO_NODE)
  declareResources(run, nodes, nodeOfId)
  const nodeNamed = (id: StringIndex): NodeIndex => {
    if (nodeOfId[id] === NO_NODE) nodeOfId[id] = nodes.add('missing', id)
    return nodeOfId[id]!
  }
  for (const node of nodes.resources()) {
    const parent = run.resources.parent.at(nodes.originOf(node))
    if (parent !== UNSET) nodes.setParent(node, nodeNamed(parent))
  }

  const { nodeOfIdentifier, externals } = resolveIdentifiers(run, nodes, nodeNamed)
  const edges = new Tuples(2)
  const edgeOfLineage = new Int32Array(run.lineage.length).fill(NO_EDGE)
  for (let line = 0; line < run.lineage.length; line++) {
    const to = run.lineage.to.at(line)
    if (isQuery(run, to)) continue
    const from = run.lineage.from.at(line)
    edgeOfLineage[line] = edges.intern(Int32Array.of(nodeOfIdentifier[from]!, nodeOfIdentifier[to]!))
  }
  return { nodes, nodeOfId, nodeOfIdentifier, edges, edgeOfLineage, externals }
}

const isQuery = (run: Run, identifier: IdentifierIndex): boolean =>
  run.identifiers.typeOf(identifier) === 'tables_from_query'

/** A node for each declared id: of several declarations the first stands. */
function declareResources(run: Run, nodes: Nodes, nodeOfId: Int32Array): void {
  for (let index = 0; index < run.resources.length; index++) {
    const id = run.resources.id.at(index)
    if (nodeOfId[id] === NO_NODE) nodeOfId[id] = nodes.add('resource', id, index)
  }
}

function resolveIdentifiers(
  run: Run,
  nodes: Nodes,
  nodeNamed: (id: StringIndex) => NodeIndex,
): { nodeOfIdentifier: Int32Array; externals: Externals } {
  const nodeOfIdentifier = new Int32Array(run.identifiers.size).fill(NO_NODE)
  const external: IdentifierIndex[] = []
  for (const identifier of identifiersOfLineage(run)) {
    const name = run.identifiers.nameOf(identifier)
    switch (run.identifiers.typeOf(identifier)) {
      case 'internal_resource':
        nodeOfIdentifier[identifier] = nodeNamed(name)
        break
      case 'tables_from_query':
        nodeOfIdentifier[identifier] = nodes.add('query', name)
        break
      case 'external_table':
      case 'external_column':
        external.push(identifier)
    }
  }
  const externals = resolveExternals(run, nodes, external)
  for (const [identifier, node] of externals.nodeOf) nodeOfIdentifier[identifier] = node
  return { nodeOfIdentifier, externals }
}

/** The identifiers that are an end of some line, but for a query as target: it is no node. Each once. */
function* identifiersOfLineage(run: Run): Generator<IdentifierIndex> {
  const seen = new Uint8Array(run.identifiers.size)
  for (let line = 0; line < run.lineage.length; line++) {
    const from = run.lineage.from.at(line)
    const to = run.lineage.to.at(line)
    const toQuery = isQuery(run, to)
    if (!seen[from] && !(toQuery && isQuery(run, from))) {
      seen[from] = 1
      yield from
    }
    if (!seen[to] && !toQuery) {
      seen[to] = 1
      yield to
    }
  }
}
