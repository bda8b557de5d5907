import { keyOfThing, thingOfKey, type Atlas } from '@lineagraph/core'
import { isCardKey, withoutCard } from '../../state/card-key.ts'
import type { Composed } from './composed.ts'
import type { Named } from '../names/named.ts'
import type { Signs } from '../names/signs.ts'
import { namedStack, namedEnd } from '../names/thing-names.ts'

/** What shows a thing or a column, by the keys of what is drawn: what stands for it, or else what stands for things inside it. */
export function keysThatShow(atlas: Atlas, composed: Composed, key: string): string[] {
  const { graph, tree } = atlas
  const { shown, things } = composed.visible
  const thing = thingOfKey(graph, tree, key)
  if (thing === undefined) return []
  const position = tree.at[thing]!
  const found = new Set<number>()
  if (shown[position]! >= 0) found.add(things[shown[position]!]!)
  else
    for (let at = position + 1; at < tree.end[position]!; at++)
      if (shown[at]! >= 0) found.add(things[shown[at]!]!)
  return Array.from(found, (one) => keyOfShown(atlas, composed, one))
}

/** An end of a drawn line: a thing by its index, and a row of it, or -1; null for all of a card with its columns. */
export interface ShownEnd {
  readonly thing: number
  readonly row: number | null
  readonly named: Named
}

/** The end at which a picture draws what leads from or to a thing or a column: its own, or that of what stands for it; undefined where nothing does. */
export function endThatShows(
  atlas: Atlas,
  signs: Signs,
  composed: Composed,
  key: string,
): ShownEnd | undefined {
  const { graph, tree } = atlas
  const { things, shown } = composed.visible
  const thing = thingOfKey(graph, tree, key)
  if (thing === undefined) return undefined
  const column = tree.rowOf[thing] ?? -1
  const row = column < 0 ? undefined : endOfKey(atlas, signs, composed, graph.keyOf(column))
  const by = things[shown[tree.at[thing]!]!]
  return (
    row ?? (by === undefined ? undefined : endOfKey(atlas, signs, composed, keyOfShown(atlas, composed, by)))
  )
}

/** The key of what is drawn: a thing of the tree, or a stack. */
const keyOfShown = ({ graph, tree }: Atlas, { stacks }: Composed, one: number): string =>
  stacks[one - tree.thingCount]?.key ?? keyOfThing(graph, tree, one)

/** The end of a line that has a key; undefined where nothing is drawn for it. */
export function endOfKey(atlas: Atlas, signs: Signs, composed: Composed, key: string): ShownEnd | undefined {
  const { graph, tree } = atlas
  const { things, shown, rows } = composed.visible
  if (isCardKey(key)) {
    const card = endOfKey(atlas, signs, composed, withoutCard(key))
    return card?.row === -1 ? { ...card, row: null } : undefined
  }
  const stack = composed.stacks.findIndex((one) => one.key === key)
  if (stack >= 0) {
    const named = namedStack(atlas, signs, composed.stacks[stack]!)
    return { thing: things.indexOf(tree.thingCount + stack), row: -1, named }
  }
  const shows = thingOfKey(graph, tree, key)
  if (shows === undefined) return undefined
  const named = namedEnd(atlas, signs, shows)
  const row = rows.nodes.indexOf(shows)
  if (row >= 0) return { thing: rows.thingOf[row]!, row, named }
  const thing = shown[tree.at[shows]!]!
  return thing >= 0 && things[thing] === shows ? { thing, row: -1, named } : undefined
}
