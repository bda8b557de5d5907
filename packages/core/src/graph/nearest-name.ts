import { NearestIndex } from './nearest.ts'
import { nearKey, textsOf } from './text-units.ts'

const wordsOf = (name: string): string[] =>
  nearKey(name)
    .split(/[_\-/\s]+/)
    .filter(Boolean)

/**
 * The name of a closed list that a wrong one was most likely meant to be: first the one that holds every word of it with the
 * fewest words beside (`parent_id` → `parent_databuilder_id`), the smallest among several; then the nearest by edit distance;
 * undefined where nothing is near.
 * @example
 * ```ts
 * nearestName('strict', PRESETS) // 'strict'
 * ```
 */
export function nearestName<Name extends string>(given: string, names: readonly Name[]): Name | undefined {
  const words = wordsOf(given)
  const holding = names
    .map((name) => ({ name, words: wordsOf(name) }))
    .filter((known) => words.length > 0 && words.every((word) => known.words.includes(word)))
    .sort((a, b) => a.words.length - b.words.length || (a.name < b.name ? -1 : 1))
  if (holding[0]) return holding[0].name
  const near = new NearestIndex(textsOf(names)).nearest(given)
  return names.find((name) => name === near)
}
