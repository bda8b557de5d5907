import type { Answer } from '../../graph/ask/answer.ts'
import type { LineageGraph } from '../../graph/lineage-graph.ts'
import type { NodeIndex, NodeKind } from '../../resolve/nodes.ts'

/** A node of an answer, as programs get it. */
export interface AnswerNode {
  readonly key: string
  readonly kind: NodeKind
  /** Null for what is not declared, as are the id and the parent where there are none. */
  readonly entity_type: string | null
  readonly databuilder_id: string | null
  readonly title: string
  /** The parent's key. */
  readonly parent: string | null
  /** Upstream and downstream: how many hops away. */
  readonly hops?: number
}

export function answerNode(graph: LineageGraph, node: NodeIndex, { hopsOf }: Answer): AnswerNode {
  const parent = graph.parentOf(node)
  return {
    key: graph.keyOf(node),
    kind: graph.kindOf(node),
    entity_type: graph.typeOf(node) || null,
    databuilder_id: graph.idOf(node) || null,
    title: graph.titleOf(node),
    parent: parent < 0 ? null : graph.keyOf(parent),
    ...(hopsOf && { hops: hopsOf(node) }),
  }
}
