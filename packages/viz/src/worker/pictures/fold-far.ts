import type { Atlas, Neighbourhood, ThingIndex, Visible } from '@lineagraph/core'
import type { Fan } from '../../layout/find-fans.ts'
import { hopsOf } from './hops-of.ts'

/**
 * Folds more of a picture that holds too much to be read: things of one sort that are equally far, first those that stand in one container, then
 * those that stand in one furthest out, then all; and what is furthest first, so that the neighbours of what the view is about keep their names as
 * long as they can. O(n · hops). @param sorts as `foldableSorts`. @param fans what is folded already. @param most things that can be read.
 */
export function foldFar(
  { tree }: Atlas,
  near: Neighbourhood,
  visible: Visible,
  sorts: Int32Array,
  fans: readonly Fan[],
  most: number,
  least: number,
): Fan[] {
  const { things, isBox } = visible
  const isFolded = new Uint8Array(things.length)
  for (const { members } of fans) for (const member of members) isFolded[member] = 1
  let left = cardsOf(isBox, fans)
  if (left <= most) return [...fans]
  const hops = hopsOf(near, visible)
  const distances = [...new Set(hops.map((hop) => Math.abs(hop)))].sort((a, b) => b - a)
  const found = [...fans]
  for (const placeOf of [nearestAround, outermostAround, () => -1])
    for (const distance of distances) {
      if (left <= most) return inOrder(found)
      const groups = new Map<string, number[]>()
      for (let index = 0; index < things.length; index++) {
        if (isFolded[index] || sorts[index]! < 0 || Math.abs(hops[index]!) !== distance) continue
        const key = `${sorts[index]} ${hops[index]} ${placeOf(things[index]!)}`
        const group = groups.get(key)
        if (group) group.push(index)
        else groups.set(key, [index])
      }
      for (const members of groups.values()) {
        if (members.length < least) continue
        for (const member of members) isFolded[member] = 1
        left -= members.length - 1
        found.push({ kind: 'fan', members: Uint32Array.from(members) })
      }
    }
  return inOrder(found)

  function nearestAround(thing: ThingIndex): ThingIndex {
    return tree.parents[thing]!
  }

  function outermostAround(thing: ThingIndex): ThingIndex {
    let around = tree.parents[thing]!
    while (around >= 0 && tree.parents[around]! >= 0) around = tree.parents[around]!
    return around
  }
}

/** How many things are to be read, each set as one. */
export function cardsOf(isBox: Uint8Array, fans: readonly Fan[]): number {
  let count = 0
  for (const is of isBox) if (!is) count++
  for (const { members } of fans) count -= members.length - 1
  return count
}

export const inOrder = (fans: Fan[]): Fan[] => fans.sort((a, b) => a.members[0]! - b.members[0]!)
