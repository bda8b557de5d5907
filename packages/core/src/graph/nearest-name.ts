import { NearestIndex } from './nearest.ts'

const wordsOf = (name: string): string[] => name.toLowerCase().split(/[_\-/\s]+/).filter(Boolean)

/**
 * The name of a closed list that a wrong one was most likely meant to be: first the one that holds every word of it with the fewest
 * words beside (`parent_id` → `parent_databuilder_id`), then the nearest by edit distance; undefined where nothing is near.
 */
export function nearestName(given: string, names: readonly string[]): string | undefined {
  const words = wordsOf(given)
  const holding = names
    .filter((name) => words.length > 0 && words.every((word) => wordsOf(name).includes(word)))
    .sort((a, b) => wordsOf(a).length - wordsOf(b).length || (a < b ? -1 : 1))
  return holding[0] ?? new NearestIndex(names).nearest(given)
}
