import type { LineageGraph } from '../../graph/lineage-graph.ts'
import { NO_NODE, type NodeIndex } from '../../resolve/nodes.ts'
import { page } from '../pages/graph-isolated.ts'
import { PlaceList } from '../place.ts'
import { defineRule } from '../rule.ts'

const TYPES = ['table', 'dashboard', 'chart'] as const

/** `data.by_type`: how many of each of the three types. */
export const isolated = defineRule({
  id: 'graph/isolated',
  severity: { minimal: 'off', recommended: 'off', strict: 'info' },
  summary: 'tables, dashboards and charts without any lineage',
  why: 'What has no lineage is where impact analysis ends: it may stand alone, or an edge was never declared.',
  page,
  counted: 'resources',
  *run({ graph }) {
    const isLinked = linkedNodes(graph)
    const alone: NodeIndex[] = []
    const byType = { table: 0, dashboard: 0, chart: 0 }
    for (const type of TYPES)
      for (const node of graph.resolution.nodes.types.nodesOf(type))
        if (isLinked[node] === 0) {
          alone.push(node)
          byType[type]++
        }
    if (alone.length === 0) return
    const list = new PlaceList()
    for (const node of alone.sort((one, other) => one - other))
      list.add({
        ...graph.run.placeOfResource(graph.resourceOf(node)),
        paths: [['databuilder_id']],
        label: 'no lineage',
      })
    const counts = TYPES.filter((type) => byType[type] > 0).map((type) => plural(byType[type], type))
    yield {
      message: `${inWords(counts)} without any lineage`,
      help: 'declare where their data comes from and goes to, as far as the source tells it.',
      subject: { kind: 'graph' },
      identity: '',
      places: list.places,
      count: list.count,
      data: { by_type: byType },
    }
  },
})

/** 1 for each node that an edge touches, or something below it: a table has lineage where its columns have. O(n + m). */
function linkedNodes({ nodeCount, out, in: into, parents }: LineageGraph): Uint8Array {
  const isLinked = new Uint8Array(nodeCount)
  for (let start = 0; start < nodeCount; start++) {
    const degree = out.starts[start + 1]! - out.starts[start]! + into.starts[start + 1]! - into.starts[start]!
    if (degree === 0) continue
    for (let node = start; node !== NO_NODE && isLinked[node] === 0; node = parents[node]!) isLinked[node] = 1
  }
  return isLinked
}

const plural = (count: number, type: string): string => `${count} ${type}${count === 1 ? '' : 's'}`

/** `1 table, 2 dashboards and 3 charts`. */
const inWords = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
