import { linesOf, rowsBy, type Rows } from './adjacency.ts'
import { ROLES, type Things } from './picture.ts'

/** What is between words, and between a word and its number. */
const BOUNDARY = /[^\p{L}\p{N}\uD800-\uDFFF]/u
const DIGIT = /\d/
const NO_DIGIT = /\D/

/**
 * By thing: where what tells its name from the names of its siblings begins, which is at the word in which it differs from the one that it
 * has most in common with; else, of what is not declared, at its last part. 0 where it differs from the first word on. Siblings are compared
 * when the first of them is named: in a large picture few are at a time.
 */
export function tellingParts({
  count,
  box,
  titles,
  roles,
}: Pick<Things, 'count' | 'box' | 'titles' | 'roles'>): TellingPart {
  const from = new Uint16Array(count)
  const isCompared = new Uint8Array(count + 1)
  let siblings: Rows | undefined
  return (thing) => {
    const around = box[thing]! + 1
    if (isCompared[around] === 0) {
      isCompared[around] = 1
      siblings ??= rowsBy(
        count + 1,
        count,
        new Uint32Array(count).map((_, one) => box[one]! + 1),
      )
      tellApart(linesOf(siblings, around), titles, from)
    }
    return from[thing]! || (ROLES[roles[thing]!] === 'declared' ? 0 : lastPart(titles[thing]!))
  }
}

/** Where the last part of a name with dots begins: `refunds` of `SHOP.raw.refunds`. */
const lastPart = (name: string): number => name.lastIndexOf('.', name.length - 2) + 1

export type TellingPart = (thing: number) => number

function tellApart(siblings: Uint32Array, titles: readonly string[], from: Uint16Array): void {
  const order = siblings.slice().sort((one, other) => compare(titles[one]!, titles[other]!))
  // What has most in common stands side by side, names that are alike all through aside: those cannot be told apart.
  for (let i = 1; i < order.length; i++) {
    const [before, thing] = [order[i - 1]!, order[i]!]
    if (titles[before] === titles[thing]) {
      from[thing] = from[before]!
      continue
    }
    const shared = sharedStart(titles[before]!, titles[thing]!)
    from[thing] = wordAt(titles[thing]!, shared)
    for (let j = i - 1; j >= 0 && titles[order[j]!] === titles[before]; j--)
      from[order[j]!] = Math.max(from[order[j]!]!, wordAt(titles[before]!, shared))
  }
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
