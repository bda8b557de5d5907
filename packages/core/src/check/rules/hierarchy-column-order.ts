import { UNSET } from '../../read/strings.ts'
import type { NodeIndex } from '../../resolve/nodes.ts'
import type { Evidence } from '../evidence.ts'
import { MOST_PLACES } from '../place.ts'
import { quote } from '../quote.ts'
import { defineRule, type Discovery } from '../rule.ts'
import { siblingsOf } from '../siblings.ts'

/** A column, and where it stands among its siblings; undefined where it does not say. */
interface Placed {
  readonly node: NodeIndex
  readonly order: number | undefined
}

/**
 * One finding a parent for each of the two. `data`: `parent`: its id; `reason`: `shared`, then `orders`: the ones that several columns have,
 * ascending; or `partly-set`, then `columns`: how many there are.
 */
export const columnOrder = defineRule({
  id: 'hierarchy/column-order',
  severity: { minimal: 'off', recommended: 'off', strict: 'info' },
  why: 'The sort_order is the order in which Secoda lists the columns of a table. Where columns share one, or some have none, theirs is left to chance.',
  counted: 'columns',
  *run(evidence) {
    const { graph } = evidence
    const column = graph.run.strings.find('column')
    if (column === UNSET) return
    for (const { parent, children } of siblingsOf(graph, () => true)) {
      const columns = children
        .filter((child) => graph.run.resources.type.at(graph.resourceOf(child)) === column)
        .map((node) => placedOf(evidence, node))
        .filter((placed) => placed !== undefined)
      yield* sharedOrder(evidence, parent, columns)
      yield* partlySet(evidence, parent, columns)
    }
  },
})

/** Undefined where the SDK refuses what stands there: that is a mistake of its own. */
function placedOf(evidence: Evidence, node: NodeIndex): Placed | undefined {
  const { graph } = evidence
  const order = graph.run.resources.order.at(graph.resourceOf(node))
  if (!Number.isNaN(order)) return { node, order }
  return evidence.isRefused(graph.idOf(node), 'sort_order') ? undefined : { node, order: undefined }
}

function* sharedOrder(
  evidence: Evidence,
  parent: NodeIndex,
  columns: readonly Placed[],
): Generator<Discovery> {
  const firstOf = new Map<number, NodeIndex>()
  const shared = new Map<number, NodeIndex[]>()
  for (const { node, order } of columns) {
    if (order === undefined) continue
    const first = firstOf.get(order)
    if (first === undefined) {
      firstOf.set(order, node)
      continue
    }
    const group = shared.get(order)
    if (group) group.push(node)
    else shared.set(order, [first, node])
  }
  if (shared.size === 0) return
  const orders = [...shared.keys()].sort((one, other) => one - other)
  const groups = [...shared.values()].map(([first, repeat, ...others]) => [repeat!, first!, ...others])
  const nodes = groups.flat()
  yield {
    ...about(evidence, parent, 'shared', nodes, 'another column has the same'),
    message: `${nodes.length} columns of ${quote(evidence.graph.idOf(parent))} share a sort_order: ${orders.slice(0, 5).join(', ')}${orders.length > 5 ? ' and more' : ''}`,
    help: 'number the columns of a table one by one.',
    data: { parent: evidence.graph.idOf(parent), reason: 'shared', orders },
  }
}

function* partlySet(evidence: Evidence, parent: NodeIndex, columns: readonly Placed[]): Generator<Discovery> {
  const without = columns.filter(({ order }) => order === undefined).map(({ node }) => node)
  if (without.length === 0 || without.length === columns.length) return
  yield {
    ...about(evidence, parent, 'partly-set', without, 'sort_order is missing'),
    message: `${without.length} of ${columns.length} columns of ${quote(evidence.graph.idOf(parent))} have no sort_order`,
    help: 'set sort_order on every column of a table, or on none.',
    data: { parent: evidence.graph.idOf(parent), reason: 'partly-set', columns: columns.length },
  }
}

function about(
  { graph }: Evidence,
  parent: NodeIndex,
  reason: string,
  nodes: readonly NodeIndex[],
  label: string,
): Pick<Discovery, 'subject' | 'identity' | 'places' | 'count'> {
  const id = graph.idOf(parent)
  return {
    subject: { kind: 'resource', id },
    identity: JSON.stringify([id, reason]),
    places: nodes.slice(0, MOST_PLACES).map((node) => ({
      ...graph.run.placeOfResource(graph.resourceOf(node)),
      paths: [['sort_order'], ['databuilder_id']],
      label,
    })),
    count: nodes.length,
  }
}
