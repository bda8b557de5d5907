import { visible, type LineageGraph, type NodeIndex } from '@lineagraph/core'
import { lookOf } from '../../tokens/looks.ts'
import { sortOf } from './sort-of.ts'

/** As much of a name as a label can ever show: some have ten thousand characters. */
const LONGEST = 300
/** A place names no more of what is around it than this. */
const MOST_PARTS = 3

/**
 * What a URN with a key in brackets is about: of `urn:li:dataset:(urn:li:dataPlatform:postgres,shop.public.orders,PROD)`, as DataHub gives
 * them, where it stands, its name and its environment, the name alone tells it from others.
 */
const KEYED_URN = /^urn:[^()]{1,80}:\([^(),]+,([^(),]+)(?:,[^(),]*)?\)$/

/** What to call a node: its title, or its id where it has none. Never empty, on one line, and with nothing in it that turns its direction. */
export function nameOf(graph: LineageGraph, node: NodeIndex): string {
  const name = graph.titleOf(node).trim() || nameInPlace(graph, node) || nameInId(graph.idOf(node).trim())
  return name === '' ? '(no name)' : visible(name.replace(/\s+/g, ' ').slice(0, LONGEST))
}

const nameInId = (id: string): string => KEYED_URN.exec(id)?.[1]?.trim() || id

/** What the id of something that is not declared says beyond the place that is known of it; empty where none is. */
function nameInPlace(graph: LineageGraph, node: NodeIndex): string {
  const place = graph.kindOf(node) === 'missing' ? graph.placedParents[node]! : -1
  const around = place < 0 ? '' : graph.idOf(place)
  const id = graph.idOf(node)
  return around !== '' && id.startsWith(around) ? id.slice(around.length + 1).trim() : ''
}

/** Where a node is: the names around it, from the outside in. */
export function placeOf(graph: LineageGraph, node: NodeIndex): string {
  const kind = graph.kindOf(node)
  if (kind === 'external_table') return outsidePlace(graph, node) || 'external table'
  const above = ancestorsOf(graph, node, MOST_PARTS)
  const around = above.map((one) => nameOf(graph, one)).reverse()
  if (kind === 'missing') {
    const isInDatabase = above.some((one) => lookOf(sortOf(graph, one)).icon === 'database')
    return [...(around.length > 0 ? [around.join(isInDatabase ? '.' : ' / ')] : []), 'not declared'].join(
      ', ',
    )
  }
  const look = lookOf(sortOf(graph, node))
  const separator = look.icon === 'table' || look.icon === 'schema' || look.icon === 'column' ? '.' : ' / '
  return around.length > 0 ? around.join(separator) : look.one
}

/** What is around a node, from the nearest on, at most so many: parents may run in a circle. */
export function ancestorsOf(graph: LineageGraph, node: NodeIndex, most: number): NodeIndex[] {
  const above: NodeIndex[] = []
  const parents = graph.placedParents
  for (let next = parents[node]!; next >= 0 && above.length < most; next = parents[next]!) {
    if (next === node || above.includes(next)) break
    above.push(next)
  }
  return above
}

/** The parts of an external table's place that are given: empty where it is named by its table alone. */
function outsidePlace(graph: LineageGraph, node: NodeIndex): string {
  const identifier = graph.identifierOf(node)
  if (identifier.type !== 'external_table') return ''
  return visible(
    [identifier.cluster, identifier.database, identifier.schema].filter((part) => part).join('.'),
  )
}
