import { cyclicParts } from '../../graph/cyclic-parts.ts'
import { againstTheGrain, hop } from '../../graph/declared-circles.ts'
import type { LineageGraph } from '../../graph/lineage-graph.ts'
import { openingEdges } from '../../graph/opening-edges.ts'
import { partsOf, type Part } from '../../graph/part.ts'
import { shortCircle } from '../../graph/short-circle.ts'
import type { NodeKind } from '../../resolve/nodes.ts'
import { circleText, firstPlaced } from '../circle-text.ts'
import { identifierText } from '../edge-text.ts'
import { lineagePlace } from '../declared-edges.ts'
import { Listing } from '../listing.ts'
import { Mistakes } from '../mistakes.ts'
import { page } from '../pages/lineage-no-cycle.ts'
import { MOST_PLACES } from '../place.ts'
import { quote } from '../quote.ts'
import { defineRule, type Discovery } from '../rule.ts'

/** How many of the edges to take out a help names. */
const NAMED_EDGES = 3
const KEYS_AT_ONCE = 1000

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
  run({ graph }) {
    const parts = cyclicParts(graph.out)
    const cut = partsOf(graph)
    /** The circle that was looked at last: where very many things are in circles, most often the one that has them. */
    let last: { readonly number: number; readonly circle: Circle } | undefined
    const circleAt = (number: number): Circle => {
      if (last?.number !== number) last = { number, circle: circleIn(graph, cut(parts[number]!)) }
      return last.circle
    }
    return new Mistakes(Array.from(parts.keys()), (number) => tell(graph, circleAt(number)), {
      identityOf: (number) => identityOf(graph, circleAt(number).part),
      placeOf(number) {
        const { lines, firstHop } = circleAt(number)
        return graph.run.placeOfLineage(lines[firstHop]!)
      },
      isToldWhole: true,
    })
  },
})

/** A short circle of a part. */
interface Circle {
  readonly part: Part
  /** Of the part, in their order; the last leads to the first. */
  readonly nodes: readonly number[]
  readonly isShortest: boolean
  /** Of the hop from each node to the next, the first line that declares it. */
  readonly lines: Int32Array
  /** The hop that comes first in files and lines. */
  readonly firstHop: number
}

function circleIn(graph: LineageGraph, part: Part): Circle {
  const { nodes, isShortest } = shortCircle(part.out)
  const lines = new Int32Array(nodes.length)
  for (let i = 0; i < nodes.length; i++)
    lines[i] = firstLineOf(graph, part, hop(part, nodes[i]!, nodes[(i + 1) % nodes.length]!))
  const firstHop = firstPlaced(lines, (line) => graph.run.placeOfLineage(line))
  return { part, nodes, isShortest, lines, firstHop }
}

/** What is in the part, whatever is said of it: the JSON of its keys. Of a million of them only some are held at once beside it. */
function identityOf(graph: LineageGraph, { nodes }: Part): string {
  const keys = new Listing(nodes.length, (i) => graph.keyOf(nodes[i]!))
  const pieces: string[] = []
  for (let i = 0; i < nodes.length; i += KEYS_AT_ONCE)
    pieces.push(JSON.stringify(keys.slice(i, i + KEYS_AT_ONCE)).slice(1, -1))
  return `[${pieces.join(',')}]`
}

function tell(graph: LineageGraph, { part, nodes: circle, isShortest, lines, firstHop }: Circle): Discovery {
  const nameOf = namesIn(graph, part)
  const size = part.nodes.length
  const whole = size === circle.length ? '' : `, ${isShortest ? 'the shortest' : 'a short'} way round`
  const cut = openingEdges(part, circle, againstTheGrain(graph, part))
  /** By node: a few nodes can have a million edges among them. */
  const names: string[] = []
  const nameOfEnd = (node: number): string => (names[node] ??= nameOf(node))
  const cutEdge = (edge: number): CutEdge => {
    const { file, line } = graph.run.placeOfLineage(firstLineOf(graph, part, edge))
    const [from, to] = [nameOfEnd(part.from[edge]!), nameOfEnd(part.to[edge]!)]
    return { from, to, file: graph.run.files[file]!.name, line }
  }
  const places = Array.from({ length: Math.min(circle.length, MOST_PLACES) }, (_, i) => {
    const hop = (firstHop + i) % circle.length
    const [from, to] = [nameOf(circle[hop]!), nameOf(circle[(hop + 1) % circle.length]!)]
    return lineagePlace(graph.run, lines[hop]!, 'to', `${quote(from)} → ${quote(to)}`)
  })
  return {
    message: `lineage of ${size} things runs in a circle: ${circleText(circle, nameOf)}${whole}`,
    help: helpFor(cut, cutEdge),
    subject: { kind: 'graph' },
    identity: identityOf(graph, part),
    places,
    count: circle.length,
    data: {
      size,
      edges: part.edges.length,
      circle: new Listing(circle.length, (i) => nameOf(circle[i]!)),
      cut: new Listing(cut.length, (i) => cutEdge(cut[i]!)),
      keys: new Listing(circle.length, (i) => graph.keyOf(part.nodes[circle[i]!]!)),
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
function helpFor(cut: readonly number[], cutEdge: (edge: number) => CutEdge): string {
  const named = cut.slice(0, NAMED_EDGES).map((edge) => {
    const { from, to, file, line } = cutEdge(edge)
    return `${quote(from)} → ${quote(to)} (${file}:${line})`
  })
  if (cut.length === 1)
    return `take out ${named[0]!}, and the circle is open; or was it declared the wrong way round?`
  if (cut.length <= NAMED_EDGES)
    return `take out these ${cut.length} edges, and no circle is left: ${named.join(', ')}; or were some declared the wrong way round?`
  return `${cut.length} edges have to go until no circle is left: ${named.join(', ')} and ${cut.length - named.length} more. So many are most often a loop that links all things to one another.`
}

/** The first line that declares an edge of a part. */
const firstLineOf = (graph: LineageGraph, { edges }: Part, edge: number): number =>
  graph.firstLineOf(edges[edge]!)

/** What messages call the nodes of a part: what an external thing shares its name with gets its type behind it. */
function namesIn(graph: LineageGraph, { nodes }: Part): (node: number) => string {
  const hasExternal = nodes.some((node) => isExternal(graph.kindOf(node)))
  const ids = new Set(hasExternal ? Array.from(nodes, (node) => graph.idOf(node)) : [])
  return (node) => {
    if (!isExternal(graph.kindOf(nodes[node]!))) return graph.idOf(nodes[node]!)
    const identifier = graph.identifierOf(nodes[node]!)
    const text = identifierText(identifier)
    return ids.has(text) ? `${text} (${identifier.type})` : text
  }
}

const isExternal = (kind: NodeKind): boolean => kind === 'external_table' || kind === 'external_column'
