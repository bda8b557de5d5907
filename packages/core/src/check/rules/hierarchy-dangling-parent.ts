import type { NodeIndex } from '../../resolve/nodes.ts'
import { Mistakes } from '../mistakes.ts'
import { page } from '../pages/hierarchy-dangling-parent.ts'
import { firstPlaces, type Place } from '../place.ts'
import { quote } from '../quote.ts'
import { resourcePlace } from '../resource-place.ts'
import { always, defineRule, type Discovery } from '../rule.ts'

export const danglingParent = defineRule({
  id: 'hierarchy/dangling-parent',
  severity: always('error'),
  summary: 'a parent id that nothing in the run declares',
  why: 'A child whose parent was never declared hangs in the air: Secoda cannot show it in its place.',
  page,
  counted: 'resources name it',
  begin: ({ nearestIds }) => nearestIds.expect(),
  run(evidence) {
    const { graph } = evidence
    const missing = graph.resolution.nodes.missing().filter((node) => graph.childCountOf(node) > 0)
    const placeOfChild = (child: NodeIndex): Place =>
      resourcePlace(graph.run, graph.resourceOf(child), ['parent_databuilder_id'], 'not declared by this run')
    const tell = (parent: NodeIndex): Discovery => {
      const children = graph.childrenOf(parent)
      const id = graph.idOf(parent)
      const near = (): string | undefined => {
        const nearest = evidence.nearestIds.of(parent)
        // A child is not meant to be its own parent, however near its id is.
        const isChild = nearest !== undefined && graph.parentOf(graph.nodeOfId(nearest)!) === parent
        return isChild ? undefined : nearest
      }
      return {
        message: `the parent ${quote(id)} is never declared`,
        get help() {
          return near() !== undefined
            ? `did you mean ${quote(near()!)}? Declare ${quote(id)} with declare_resource, or correct the id.`
            : `declare ${quote(id)} with declare_resource, or correct the id.`
        },
        subject: { kind: 'resource', id },
        identity: id,
        places: firstPlaces(children, placeOfChild),
        count: children.length,
        data: {
          get nearest() {
            return near() ?? null
          },
        },
      }
    }
    return new Mistakes(missing, tell, {
      identityOf: (parent) => graph.idOf(parent),
      placeOf: (parent) => graph.run.placeOfResource(graph.resourceOf(graph.childrenOf(parent)[0]!)),
    })
  },
})
