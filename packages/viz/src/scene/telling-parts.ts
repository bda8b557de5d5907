import type { Things } from './picture.ts'

/** What is between words, and between a word and its number. */
const BOUNDARY = /[^\p{L}\p{N}\uD800-\uDFFF]/u
const DIGIT = /\d/
const NO_DIGIT = /\D/

/**
 * Where what tells a thing's name from the names of its siblings begins: at the word in which it differs from the one that it has most in
 * common with. 0 where it differs from the first word on.
 */
export function tellingParts({ count, box, titles }: Pick<Things, 'count' | 'box' | 'titles'>): Uint16Array {
  const order = Array.from({ length: count }, (_, thing) => thing).sort(
    (one, other) => box[one]! - box[other]! || compare(titles[one]!, titles[other]!),
  )
  const from = new Uint16Array(count)
  // What has most in common stands side by side, names that are alike all through aside: those cannot be told apart.
  let before = -1
  for (let i = 0; i < count; i++) {
    const thing = order[i]!
    if (before >= 0 && box[before] === box[thing]) {
      if (titles[before] === titles[thing]) {
        from[thing] = from[before]!
        continue
      }
      const shared = sharedStart(titles[before]!, titles[thing]!)
      from[thing] = wordAt(titles[thing]!, shared)
      for (
        let j = i - 1;
        j >= 0 && titles[order[j]!] === titles[before] && box[order[j]!] === box[before];
        j--
      )
        from[order[j]!] = Math.max(from[order[j]!]!, wordAt(titles[before]!, shared))
    }
    before = thing
  }
  return from
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** So many letters are left of a name that is cut at its end. */
const NEAR = 3

/** Longer names are cut anyhow. */
const LONGEST = 2000

function sharedStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length, LONGEST)
  let shared = 0
  while (shared < most && one.charCodeAt(shared) === other.charCodeAt(shared)) shared++
  return shared
}

/** Where the word, or the number in it, begins that a place in a text lies in; of the first word, the place itself, never within a character, or all of it where that place is near. */
function wordAt(text: string, place: number): number {
  // Of a name that ends where others go on, the last word tells it.
  const last = place >= text.length ? text.length - 1 : place
  const isNumber = DIGIT.test(text.charAt(last))
  for (let i = last; i > 0; i--) if ((isNumber ? NO_DIGIT : BOUNDARY).test(text.charAt(i - 1))) return i
  if (place < NEAR) return 0
  const isHalf = /[\uDC00-\uDFFF]/.test(text.charAt(place))
  return place >= text.length ? 0 : isHalf ? place - 1 : place
}
