import { keyOfThing, type Atlas, type ThingIndex } from '@lineagraph/core'
import type { Sort } from '../../tokens/looks.ts'
import type { Signs } from './signs.ts'
import { sortOfThing, titleOf } from './thing-names.ts'

/** What things are called: found out when it is first asked for, and kept for the pictures after, which show most of them again. */
export interface NamesKept {
  readonly title: (thing: ThingIndex) => string
  readonly key: (thing: ThingIndex) => string
  readonly sort: (thing: ThingIndex) => Sort
}

const known = new WeakMap<Atlas, NamesKept>()

/** The same for one run. */
export function namesKept(atlas: Atlas, signs: Signs): NamesKept {
  let names = known.get(atlas)
  if (!names) {
    names = {
      title: kept((thing) => titleOf(atlas, thing)),
      key: kept((thing) => keyOfThing(atlas.graph, atlas.tree, thing)),
      sort: kept((thing) => sortOfThing(atlas, signs, thing)),
    }
    known.set(atlas, names)
  }
  return names
}

function kept(find: (thing: ThingIndex) => string): (thing: ThingIndex) => string {
  const found = new Map<ThingIndex, string>()
  return (thing) => {
    let text = found.get(thing)
    if (text === undefined) found.set(thing, (text = find(thing)))
    return text
  }
}
