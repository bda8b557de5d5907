import { grouped, quote, visible } from '@lineagraph/core'
import type { IdChanges } from './compare-ids.ts'

/** Says what became of the ids of the last pack, and what that means. Nothing where all stayed. */
export function* changesText({ gone, retyped }: IdChanges): Generator<string> {
  if (gone.length > 0) {
    yield `${counted(gone.length, 'id of the last pack is gone', 'ids of the last pack are gone')}; in Secoda they go stale, and what was written about them there does not move to another id\n`
    for (const { id, type, renamed } of gone)
      yield renamed === undefined
        ? `  ${named(type)}${quote(id)}\n`
        : `  ${named(type)}${quote(id)} → ${quote(renamed)}? That is new, and equal in all but its id\n`
  }
  if (retyped.length > 0) {
    yield `${counted(retyped.length, 'id means another type of thing', 'ids mean another type of thing')} than in the last pack\n`
    for (const { id, was, is } of retyped)
      yield `  ${quote(id)} was ${visible(was) || 'of no type'}, and is ${visible(is) || 'of no type'}\n`
  }
}

const named = (type: string): string => (type === '' ? '' : `${visible(type)} `)

const counted = (count: number, one: string, many: string): string =>
  `${grouped(count)} ${count === 1 ? one : many}`
