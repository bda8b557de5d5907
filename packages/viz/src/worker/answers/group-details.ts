import { insideOf, visible, type Atlas, type ThingIndex } from '@lineagraph/core'
import { groupsAround } from '../names/groups-around.ts'
import { firstOf } from '../names/named.ts'
import type { Signs } from '../names/signs.ts'
import { countedSorts, namedFully, namedThing, sortOfThing } from '../names/thing-names.ts'
import type { DeclaredField, ThingDetails } from './details.ts'
import { neighborsOf } from './neighbors-of.ts'

/** The parts of a name that tell where a table outside is, from the outside in. */
const PARTS = ['cluster', 'database', 'schema'] as const

/** All that is known of a group: what no declaration makes, and what is put together by names or for being so many. */
export function describeGroup(atlas: Atlas, signs: Signs, thing: ThingIndex, most: number): ThingDetails {
  const { graph, tree } = atlas
  const group = tree.groups[thing - graph.nodeCount]!
  const inside = insideOf(tree, thing)
  const position = tree.at[thing]!
  const held: string[] = []
  for (let at = position + 1; at < tree.end[position]!; at++)
    if (tree.order[at]! < graph.nodeCount) held.push(sortOfThing(atlas, signs, tree.order[at]!))
  return {
    kind: 'thing',
    group: { kind: group.kind, holds: countedSorts(held) },
    ...namedFully(atlas, signs, thing),
    around: groupsAround(atlas, signs, thing),
    fields: group.kind === 'outside' ? fieldsOf(group.parts) : [],
    declared: null,
    inside: firstOf(
      Array.from(inside.subarray(0, most), (child) => namedThing(atlas, signs, child)),
      inside.length,
    ),
    ...neighborsOf(atlas, signs, thing, most),
    findings: firstOf([], 0),
  }
}

const fieldsOf = (parts: readonly (string | null)[]): DeclaredField[] =>
  PARTS.flatMap((name, i) => (parts[i] ? [{ name, value: visible(parts[i]) }] : []))
