import ELK, { type ElkNode } from 'elkjs/lib/elk.bundled.js'
import type { Layered } from '../src/layout/crossings/layered.ts'
import type { Order } from '../src/layout/crossings/order.ts'
import type { Graph } from '../src/layout/placing/equal-cards.ts'
import { orderBy, segmentsOf } from './flat-graph.ts'

const MARGIN = 12

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.padding': `[left=${MARGIN}, top=${MARGIN}, right=${MARGIN}, bottom=${MARGIN}]`,
  'elk.spacing.nodeNode': '24',
  'elk.layered.spacing.nodeNodeBetweenLayers': '58',
}

/** How large ELK's picture of cards is, without its margin. */
export async function elkSize({ nodeCount, from, to }: Graph): Promise<{ width: number; height: number }> {
  const root: ElkNode = await new ELK().layout({
    id: 'root',
    layoutOptions: OPTIONS,
    children: Array.from({ length: nodeCount }, (_, node) => ({ id: `n${node}`, width: 172, height: 44 })),
    edges: Array.from(from, (tail, edge) => ({
      id: `e${edge}`,
      sources: [`n${tail}`],
      targets: [`n${to[edge]!}`],
    })),
  })
  return { width: root.width! - 2 * MARGIN, height: root.height! - 2 * MARGIN }
}

/** The order in which ELK puts the layers that are given: every edge leads from one to the next, so that it can find no others. */
export async function elkOrder(layered: Layered): Promise<Order> {
  const root: ElkNode = await new ELK().layout({
    id: 'root',
    layoutOptions: OPTIONS,
    children: Array.from({ length: layered.vertexCount }, (_, vertex) => ({
      id: `${vertex}`,
      width: 10,
      height: vertex < layered.nodeCount ? 44 : 1,
    })),
    edges: segmentsOf(layered).map(([tail, head], i) => ({
      id: `e${i}`,
      sources: [`${tail}`],
      targets: [`${head}`],
    })),
  })
  return orderBy(
    layered,
    root.children!.map((child) => child.y! + child.height! / 2),
  )
}
