import { insideOf, visible, type Atlas, type ThingIndex } from '@lineagraph/core'
import { groupsAround } from '../names/groups-around.ts'
import { firstOf } from '../names/named.ts'
import type { Signs } from '../names/signs.ts'
import { namedFully, namedThing } from '../names/thing-names.ts'
import { insideOfThing } from '../pictures/inside.ts'
import type { DeclaredField, ThingDetails } from './details.ts'
import { neighborsOf } from './neighbors-of.ts'

/** The parts of a name that tell where a table outside is, from the outside in. */
const PARTS = ['cluster', 'database', 'schema'] as const

/** All that is known of a group: what no declaration makes, and what is put together by names or for being so many. */
export function describeGroup(atlas: Atlas, signs: Signs, thing: ThingIndex, most: number): ThingDetails {
  const { graph, tree } = atlas
  const group = tree.groups[thing - graph.nodeCount]!
  const inside = insideOf(tree, thing)
  return {
    kind: 'thing',
    group: group.kind,
    ...namedFully(atlas, signs, thing),
    around: groupsAround(atlas, signs, thing),
    fields: group.kind === 'outside' ? fieldsOf(group.parts) : [],
    declared: null,
    inside: firstOf(
      Array.from(inside.subarray(0, most), (child) => namedThing(atlas, signs, child)),
      inside.length,
    ),
    holds: insideOfThing(atlas, signs, null, tree.at[thing]!).text,
    ...neighborsOf(atlas, signs, thing, most),
    findings: firstOf([], 0),
  }
}

const fieldsOf = (parts: readonly (string | null)[]): DeclaredField[] =>
  PARTS.flatMap((name, i) => (parts[i] ? [{ name, value: visible(parts[i]) }] : []))
