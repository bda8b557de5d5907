import { parentCircles } from '../../graph/hierarchy.ts'
import { circleText, fromFirstPlace } from '../circle-text.ts'
import { MOST_PLACES } from '../place.ts'
import { quote } from '../quote.ts'
import { always, defineRule } from '../rule.ts'

export const noParentCycle = defineRule({
  id: 'hierarchy/no-cycle',
  severity: always('error'),
  why: 'Parents that run in a circle leave every resource in it, and all that is below, without a place in the tree.',
  counted: 'hops',
  *run({ graph }) {
    const placeOf = (node: number) => graph.run.placeOfResource(graph.resourceOf(node))
    for (const circle of parentCircles(graph.parents)) {
      if (circle.length === 1) continue
      const ids = circle.map((node) => graph.idOf(node))
      const inOrder = fromSmallestId(ids)
      yield {
        message: `the parents of ${circle.length} resources run in a circle: ${circleText(inOrder)}`,
        help: 'correct the parent_databuilder_id of one of them.',
        subject: { kind: 'graph' },
        identity: JSON.stringify([...ids].sort()),
        places: fromFirstPlace(circle, placeOf)
          .slice(0, MOST_PLACES)
          .map((node) => ({
            ...placeOf(node),
            paths: [['parent_databuilder_id']],
            label: `${quote(graph.idOf(node))} is under ${quote(graph.idOf(graph.parentOf(node)))}`,
          })),
        count: circle.length,
        data: { size: circle.length, circle: inOrder },
      }
    }
  },
})

function fromSmallestId(ids: readonly string[]): string[] {
  let least = 0
  for (let i = 1; i < ids.length; i++) if (ids[i]! < ids[least]!) least = i
  return [...ids.slice(least), ...ids.slice(0, least)]
}
