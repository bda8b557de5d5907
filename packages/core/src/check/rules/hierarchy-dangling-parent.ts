import { NO_NODE } from '../../resolve/nodes.ts'
import { page } from '../pages/hierarchy-dangling-parent.ts'
import { PlaceList } from '../place.ts'
import { quote } from '../quote.ts'
import { always, defineRule } from '../rule.ts'

export const danglingParent = defineRule({
  id: 'hierarchy/dangling-parent',
  severity: always('error'),
  summary: 'a parent id that nothing in the run declares',
  why: 'A child whose parent was never declared hangs in the air: Secoda cannot show it in its place.',
  page,
  counted: 'resources name it',
  *run(evidence) {
    const { graph } = evidence
    const children = new Map<number, PlaceList>()
    for (const node of graph.resolution.nodes.resources()) {
      const parent = graph.parentOf(node)
      if (parent === NO_NODE || graph.kindOf(parent) !== 'missing') continue
      let list = children.get(parent)
      if (list === undefined) children.set(parent, (list = new PlaceList()))
      list.add({
        ...graph.run.placeOfResource(graph.resourceOf(node)),
        paths: [['parent_databuilder_id']],
        label: 'not declared by this run',
      })
    }
    for (const [parent, { places, count }] of children) {
      const id = graph.idOf(parent)
      const nearest = evidence.nearestId(id)
      // A child is not meant to be its own parent, however near its id is.
      const near =
        nearest !== undefined && graph.parentOf(graph.nodeOfId(nearest)!) === parent ? undefined : nearest
      yield {
        message: `the parent ${quote(id)} is never declared`,
        help: near
          ? `did you mean ${quote(near)}? Declare ${quote(id)} with declare_resource, or correct the id.`
          : `declare ${quote(id)} with declare_resource, or correct the id.`,
        subject: { kind: 'resource', id },
        identity: id,
        places,
        count,
        data: { nearest: near ?? null },
      }
    }
  },
})
