import type { NodeIndex } from '../../resolve/nodes.ts'
import { Mistakes } from '../mistakes.ts'
import { page } from '../pages/hierarchy-dangling-parent.ts'
import { firstPlaces, type Place } from '../place.ts'
import { resourcePlace } from '../resource-place.ts'
import { always, defineRule } from '../rule.ts'
import { say } from '../say.ts'
import { Undeclared } from '../undeclared.ts'

const NOT_DECLARED = say`not declared by this run`

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
      resourcePlace(graph.run, graph.resourceOf(child), ['parent_databuilder_id'], NOT_DECLARED)
    const tell = (parent: NodeIndex): Undeclared => {
      const children = graph.childrenOf(parent)
      const id = graph.idOf(parent)
      const near = (): string | undefined => {
        const nearest = evidence.nearestIds.of(parent)
        // A child is not meant to be its own parent, however near its id is.
        const isChild = nearest !== undefined && graph.parentOf(graph.nodeOfId(nearest)!) === parent
        return isChild ? undefined : nearest
      }
      const words = {
        message: say`the parent '${id}' is never declared`,
        help: say`declare '${id}' with declare_resource, or correct the id.`,
      }
      return new Undeclared(id, firstPlaces(children, placeOfChild), children.length, words, near)
    }
    return new Mistakes(missing, tell, {
      identityOf: (parent) => graph.idOf(parent),
      placeOf: (parent) => graph.run.placeOfResource(graph.resourceOf(graph.childrenOf(parent)[0]!)),
    })
  },
})
