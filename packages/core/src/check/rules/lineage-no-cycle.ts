import { cyclicParts } from '../../graph/cyclic-parts.ts'
import { againstTheGrain, hop } from '../../graph/declared-circles.ts'
import { idOfKey, type LineageGraph } from '../../graph/lineage-graph.ts'
import { openingEdges } from '../../graph/opening-edges.ts'
import { partOf, type Part } from '../../graph/part.ts'
import { shortCircle } from '../../graph/short-circle.ts'
import { circleText, fromFirstPlace } from '../circle-text.ts'
import { identifierText } from '../edge-text.ts'
import { lineagePlace } from '../declared-edges.ts'
import { page } from '../pages/lineage-no-cycle.ts'
import { MOST_PLACES } from '../place.ts'
import { quote } from '../quote.ts'
import { defineRule, type Discovery } from '../rule.ts'

/** How many of the edges to take out a help names. */
const NAMED_EDGES = 3

/**
 * `data`: `size`: of the part; `edges` among its things; `circle`: the names on it, and `keys` of their nodes; `cut`: the edges that open
 * every circle of the part, each with its ends and its place.
 */
export const noCycle = defineRule({
  id: 'lineage/no-cycle',
  severity: { minimal: 'warning', recommended: 'error', strict: 'error' },
  summary: 'lineage that runs in a circle',
  why: 'Data that feeds itself is almost always an edge that was declared the wrong way round, and no impact can be told along it.',
  page,
  counted: 'hops',
  *run({ graph }) {
    for (const members of cyclicParts(graph.out)) yield circleOf(graph, partOf(graph, members))
  },
})

function circleOf(graph: LineageGraph, part: Part): Discovery {
  const name = namesIn(graph, part)
  const { nodes: circle, isShortest } = shortCircle(part.out)
  const names = circle.map(name)
  const lines = circle.map((from, i) => lineOf(graph, part, from, circle[(i + 1) % circle.length]!))
  const hops = fromFirstPlace([...lines.keys()], (hop) => graph.run.placeOfLineage(lines[hop]!))
  const cut = openingEdges(part, circle, againstTheGrain(graph, part)).map((edge) => {
    const { file, line } = graph.run.placeOfLineage(graph.linesOf(part.edges[edge]!)[0]!)
    return {
      from: name(part.from[edge]!),
      to: name(part.to[edge]!),
      file: graph.run.files[file]!.name,
      line,
    }
  })
  const size = part.nodes.length
  const whole = size === circle.length ? '' : `, ${isShortest ? 'the shortest' : 'a short'} way round`
  return {
    message: `lineage of ${size} things runs in a circle: ${circleText(names)}${whole}`,
    help: helpFor(cut),
    subject: { kind: 'graph' },
    identity: JSON.stringify(part.keys),
    places: hops.slice(0, MOST_PLACES).map((hop) => {
      const label = `${quote(names[hop]!)} → ${quote(names[(hop + 1) % names.length]!)}`
      return lineagePlace(graph.run, lines[hop]!, 'to', label)
    }),
    count: hops.length,
    data: {
      size,
      edges: part.edges.length,
      circle: names,
      cut,
      keys: circle.map((node) => part.keys[node]!),
    },
  }
}

interface CutEdge {
  readonly from: string
  readonly to: string
  readonly file: string
  readonly line: number
}

/** What to take out, with the places: those edges need not be on the circle that the finding shows. */
function helpFor(cut: readonly CutEdge[]): string {
  const named = cut
    .slice(0, NAMED_EDGES)
    .map(({ from, to, file, line }) => `${quote(from)} → ${quote(to)} (${file}:${line})`)
  if (cut.length === 1)
    return `take out ${named[0]!}, and the circle is open; or was it declared the wrong way round?`
  if (cut.length <= NAMED_EDGES)
    return `take out these ${cut.length} edges, and no circle is left: ${named.join(', ')}; or were some declared the wrong way round?`
  return `${cut.length} edges have to go until no circle is left: ${named.join(', ')} and ${cut.length - named.length} more. So many are most often a loop that links all things to one another.`
}

/** The first line that declares the edge between two nodes of a part. */
const lineOf = (graph: LineageGraph, part: Part, from: number, to: number): number =>
  graph.linesOf(part.edges[hop(part, from, to)]!)[0]!

/** What messages call the nodes of a part: what an external thing shares its name with gets its type behind it. */
function namesIn(graph: LineageGraph, part: Part): (node: number) => string {
  const isExternal = part.keys.some((key) => idOfKey(key) === undefined)
  const ids = new Set(isExternal ? part.keys.map(idOfKey) : [])
  return (node) => {
    const id = idOfKey(part.keys[node]!)
    if (id !== undefined) return id
    const identifier = graph.identifierOf(part.nodes[node]!)
    const text = identifierText(identifier)
    return ids.has(text) ? `${text} (${identifier.type})` : text
  }
}
