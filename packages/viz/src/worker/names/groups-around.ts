import type { Atlas, ThingIndex } from '@lineagraph/core'
import type { Named } from './named.ts'
import type { Signs } from './signs.ts'
import { namedThing } from './thing-names.ts'

/** What pictures put around a thing, from the outside in: a forest, with no circle in it. */
export function groupsAround(atlas: Atlas, signs: Signs, thing: ThingIndex): Named[] {
  const { tree } = atlas
  const around: Named[] = []
  for (let above = tree.parents[thing]!; above >= 0; above = tree.parents[above]!)
    around.push(namedThing(atlas, signs, above))
  return around.reverse()
}
