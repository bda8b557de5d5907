import type { LineageGraph } from '../../graph/lineage-graph.ts'
import { openingEdges } from '../../graph/opening-edges.ts'
import { partOf, type Part } from '../../graph/part.ts'
import { shortCircle } from '../../graph/short-circle.ts'
import { strongComponents } from '../../graph/strong-components.ts'
import { groupsOf, membersOf } from '../../graph/groups.ts'
import { circleText, fromFirstPlace } from '../circle-text.ts'
import { identifierText } from '../edge-text.ts'
import { lineagePlace } from '../declared-edges.ts'
import { page } from '../pages/lineage-no-cycle.ts'
import { MOST_PLACES, type Place } from '../place.ts'
import { quote } from '../quote.ts'
import { defineRule, type Discovery } from '../rule.ts'

/** How many of the edges to take out a help names. */
const NAMED_EDGES = 3

export const noCycle = defineRule({
  id: 'lineage/no-cycle',
  severity: { minimal: 'warning', recommended: 'error', strict: 'error' },
  summary: 'lineage that runs in a circle',
  why: 'Data that feeds itself is almost always an edge that was declared the wrong way round, and no impact can be told along it.',
  page,
  counted: 'hops',
  *run({ graph }) {
    const { count, componentOf, sizes } = strongComponents(graph.out)
    const groups = groupsOf(count, componentOf)
    for (let component = 0; component < count; component++)
      if (sizes[component]! > 1) yield circleOf(graph, partOf(graph, membersOf(groups, component)))
  },
})

function circleOf(graph: LineageGraph, part: Part): Discovery {
  const name = namesIn(graph, part)
  const { nodes: circle, isShortest } = shortCircle(part.out)
  const names = circle.map(name)
  const hops = circle.map((from, i) => hopOf(graph, part, from, circle[(i + 1) % circle.length]!, name))
  const cut = openingEdges(part).map((edge) => ({ from: name(part.from[edge]!), to: name(part.to[edge]!) }))
  const named = cut.slice(0, NAMED_EDGES).map(({ from, to }) => `${quote(from)} → ${quote(to)}`)
  const size = part.nodes.length
  const whole = size === circle.length ? '' : `, ${isShortest ? 'the shortest' : 'a short'} way round`
  return {
    message: `lineage of ${size} things runs in a circle: ${circleText(names)}${whole}`,
    help:
      cut.length === 1
        ? `take out ${named[0]!}: the circle opens. Was it declared the wrong way round?`
        : `take out these ${cut.length} edges: the circle opens. ${named.join(', ')}${cut.length > named.length ? ', …' : ''}`,
    subject: { kind: 'graph' },
    identity: JSON.stringify(part.nodes.map((node) => graph.keyOf(node))),
    places: fromFirstPlace(hops, (place) => place).slice(0, MOST_PLACES),
    count: hops.length,
    data: { size, circle: names, cut, keys: circle.map((node) => graph.keyOf(part.nodes[node]!)) },
  }
}

function hopOf(
  graph: LineageGraph,
  part: Part,
  from: number,
  to: number,
  name: (node: number) => string,
): Place {
  const { starts, neighbors, edges } = part.out
  let i = starts[from]!
  while (neighbors[i] !== to) i++
  const edge = part.edges[edges[i]!]!
  const label = `${quote(name(from))} → ${quote(name(to))}`
  return lineagePlace(graph.run, graph.linesOf(edge)[0]!, 'to', label)
}

/** What messages call the nodes of a part: what an external thing shares its name with gets its type behind it. */
function namesIn(graph: LineageGraph, part: Part): (node: number) => string {
  const identifiers = part.nodes.map((node) => graph.identifierOf(node))
  const ids = new Set(
    identifiers.flatMap((one) => (one.type === 'internal_resource' ? [one.databuilder_id] : [])),
  )
  return (node) => {
    const identifier = identifiers[node]!
    const text = identifierText(identifier)
    return identifier.type !== 'internal_resource' && ids.has(text) ? `${text} (${identifier.type})` : text
  }
}
