import { badgesUpward } from './names/badges.ts'
import type { OpenRun } from './open-run.ts'
import { outlineOf, treeOf, wayTo } from './answers/outline.ts'
import type { Questions } from './protocol.ts'

/** Answers what the outline asks about one run. */
export function outlineAnswers({ report, marked }: OpenRun): Pick<Questions, 'outline' | 'wayTo'> {
  const { graph } = report
  const tree = treeOf(graph)
  const badges = badgesUpward(marked, graph)
  return {
    outline: (wish) => outlineOf(graph, tree, badges, wish),
    wayTo(key) {
      const node = graph.nodeOfKey(key)
      return node === undefined ? [] : wayTo(graph, tree, node)
    },
  }
}
