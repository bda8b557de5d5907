import type { GraphologyEdge, GraphologyNode } from '../graph/graphology-attributes.ts'
import type { ExtractEdge } from './extract.ts'

type AttributeType = 'string' | 'int'

/** What a node carries in every form that knows attributes, by name, and its type. */
export const NODE_ATTRIBUTES = {
  kind: 'string',
  entity_type: 'string',
  databuilder_id: 'string',
  title: 'string',
  cluster: 'string',
  database: 'string',
  schema: 'string',
  parent: 'string',
} as const satisfies Readonly<Record<keyof GraphologyNode, AttributeType>>

/** The same of an edge. */
export const EDGE_ATTRIBUTES = { declarations: 'int' } as const satisfies Readonly<
  Record<keyof GraphologyEdge, AttributeType>
>

export const edgeAttributesOf = ({ declarations }: ExtractEdge): GraphologyEdge => ({ declarations })
