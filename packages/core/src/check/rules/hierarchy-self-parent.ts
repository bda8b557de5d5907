import { Mistakes } from '../mistakes.ts'
import { page } from '../pages/hierarchy-self-parent.ts'
import { quote } from '../quote.ts'
import { always, defineRule } from '../rule.ts'

export const selfParent = defineRule({
  id: 'hierarchy/self-parent',
  severity: always('error'),
  summary: 'a resource that is its own parent',
  why: 'A resource that is its own parent has no place in the tree: it is below nothing that Secoda shows.',
  page,
  run({ graph }) {
    const { parents } = graph
    const own = graph.resolution.nodes.resourcesWhere((node) => parents[node] === node)
    return new Mistakes(own, (node) => {
      const id = graph.idOf(node)
      return {
        message: `${quote(id)} is its own parent`,
        help: 'set parent_databuilder_id to the id of what it is in, or leave it out.',
        subject: { kind: 'resource', id },
        identity: id,
        places: [
          {
            ...graph.run.placeOfResource(graph.resourceOf(node)),
            paths: [['parent_databuilder_id']],
            label: 'its own id',
          },
        ],
      }
    })
  },
})
