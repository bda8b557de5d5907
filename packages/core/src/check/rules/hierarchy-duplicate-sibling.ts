import type { LineageGraph } from '../../graph/lineage-graph.ts'
import { UNSET } from '../../read/strings.ts'
import type { NodeIndex } from '../../resolve/nodes.ts'
import { MOST_PLACES } from '../place.ts'
import { quote } from '../quote.ts'
import { defineRule } from '../rule.ts'
import { siblingsOf } from '../siblings.ts'

/** `data`: `parent`: the id of the parent; `entity_type` and `title`, which the siblings share; `ids`, sorted; `keys` of the nodes. */
export const duplicateSibling = defineRule({
  id: 'hierarchy/duplicate-sibling',
  severity: { minimal: 'off', recommended: 'info', strict: 'warning' },
  why: 'Two things of one name in one place look like one thing that was declared under two ids, and people cannot tell them apart.',
  counted: 'declarations',
  *run({ graph }) {
    const shareTitle = titleTwice(graph)
    for (const { parent, children } of siblingsOf(graph, shareTitle))
      for (const group of byTypeAndTitle(graph, children)) {
        const [first, repeat, ...others] = group
        const [type, title, id] = [graph.typeOf(first!), graph.titleOf(first!), graph.idOf(parent)]
        const nodes = group.map((node) => ({ id: graph.idOf(node), key: graph.keyOf(node) }))
        nodes.sort((one, other) => (one.id < other.id ? -1 : 1))
        yield {
          message: `${group.length} resources of type ${quote(type)} under ${quote(id)} have the title ${quote(title)}`,
          help: 'give them titles that tell them apart; declare one thing under one id.',
          subject: { kind: 'graph' },
          identity: JSON.stringify([id, type, title]),
          count: group.length,
          places: [repeat!, first!, ...others].slice(0, MOST_PLACES).map((node) => ({
            ...graph.run.placeOfResource(graph.resourceOf(node)),
            paths: [['title']],
            label: node === first ? 'first declared here' : 'the same title again',
          })),
          data: {
            parent: id,
            entity_type: type,
            title,
            ids: nodes.map((node) => node.id),
            keys: nodes.map(({ key }) => key),
          },
        }
      }
  },
})

/** Whether two children of a parent have the same title, whatever their types. One array for all parents, no object a child. */
function titleTwice(graph: LineageGraph): (parent: NodeIndex, children: Uint32Array) => boolean {
  const { resources, strings } = graph.run
  const lastParentWith = new Int32Array(strings.size).fill(UNSET)
  return (parent, children) => {
    let isTwice = false
    for (const child of children) {
      const declared = graph.resourceOf(child)
      const title = declared < 0 ? UNSET : resources.title.at(declared)
      if (title === UNSET) continue
      if (lastParentWith[title] === parent) isTwice = true
      lastParentWith[title] = parent
    }
    return isTwice
  }
}

/** The groups of more than one that share type and title, both set, as indexes of texts. */
function byTypeAndTitle(graph: LineageGraph, children: readonly NodeIndex[]): NodeIndex[][] {
  const { resources } = graph.run
  const groups = new Map<string, NodeIndex[]>()
  for (const child of children) {
    const declared = graph.resourceOf(child)
    const [type, title] = [resources.type.at(declared), resources.title.at(declared)]
    if (type === UNSET || title === UNSET) continue
    const key = `${type} ${title}`
    const group = groups.get(key)
    if (group) group.push(child)
    else groups.set(key, [child])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}
