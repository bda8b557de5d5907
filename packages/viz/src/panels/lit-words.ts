import type { Light, Reached } from '../scene/marks/light-up.ts'
import { lookOf } from '../tokens/looks.ts'
import { counted, number } from './words.ts'

/** `500 tables upstream, 3 things downstream in the picture`: of all that a run holds, what is drawn, or folded into what is drawn as one. */
export const litWords = ({ upstream, downstream }: Pick<Light, 'upstream' | 'downstream'>): string =>
  `${reachedWords(upstream)} upstream, ${reachedWords(downstream)} downstream in the picture`

function reachedWords({ things, sort }: Reached): string {
  if (things === 0) return number(0)
  // What is outside or missing may be a table or a place with many.
  if (sort === null || /^[@?]/.test(sort)) return counted(things, 'thing')
  const { one, many } = lookOf(sort)
  return counted(things, one, many)
}
