import { parentCircles } from '../../graph/hierarchy.ts'
import type { LineageGraph } from '../../graph/lineage-graph.ts'
import type { NodeIndex } from '../../resolve/nodes.ts'
import { circleText, firstPlaced } from '../circle-text.ts'
import { page } from '../pages/hierarchy-no-cycle.ts'
import { MOST_PLACES } from '../place.ts'
import { quote } from '../quote.ts'
import { always, defineRule } from '../rule.ts'

export const noParentCycle = defineRule({
  id: 'hierarchy/no-cycle',
  severity: always('error'),
  summary: 'resources whose parents run in a circle',
  why: 'Parents that run in a circle leave every resource in it, and all that is below, without a place in the tree.',
  page,
  counted: 'hops',
  *run({ graph }) {
    const placeOf = (node: number) => graph.run.placeOfResource(graph.resourceOf(node))
    for (const circle of parentCircles(graph.parents)) {
      if (circle.length === 1) continue
      const inOrder = fromSmallestId(graph, circle)
      const ids = inOrder.map((node) => graph.idOf(node))
      yield {
        message: `the parents of ${circle.length} resources run in a circle: ${circleText(inOrder, (node) => graph.idOf(node))}`,
        help: 'correct the parent_databuilder_id of one of them.',
        subject: { kind: 'graph' },
        identity: JSON.stringify([...ids].sort()),
        places: turned(circle, firstPlaced(circle, placeOf))
          .slice(0, MOST_PLACES)
          .map((node) => ({
            ...placeOf(node),
            paths: [['parent_databuilder_id']],
            label: `${quote(graph.idOf(node))} is under ${quote(graph.idOf(graph.parentOf(node)))}`,
          })),
        count: circle.length,
        data: { size: circle.length, circle: ids, keys: inOrder.map((node) => graph.keyOf(node)) },
      }
    }
  },
})

/** The circle turned so that it begins at the smallest id. */
function fromSmallestId(graph: LineageGraph, circle: readonly NodeIndex[]): NodeIndex[] {
  const ids = circle.map((node) => graph.idOf(node))
  const least = ids.reduce((smallest, id, i) => (id < ids[smallest]! ? i : smallest), 0)
  return turned(circle, least)
}

const turned = (circle: readonly NodeIndex[], first: number): NodeIndex[] => [
  ...circle.slice(first),
  ...circle.slice(0, first),
]
