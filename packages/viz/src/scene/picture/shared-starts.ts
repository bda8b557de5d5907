import { linesOf } from './adjacency.ts'
import type { Things } from './picture.ts'
import { siblingsIn } from './siblings.ts'

/**
 * By thing: so much of the beginning of its name has a sibling too, the one that it has most in common with; the whole length, where that goes on after
 * it. Names that differ in their first letters count as having nothing in common. Siblings are compared when the first of them is named: in a large picture few are at a time.
 */
export function sharedStarts(things: Pick<Things, 'count' | 'box' | 'titles'>): SharedStart {
  const { count, box, titles } = things
  const shared = new Uint16Array(count)
  const isCompared = new Uint8Array(count + 1)
  return (thing) => {
    const around = box[thing]! + 1
    if (isCompared[around] === 0) {
      isCompared[around] = 1
      compareStarts(linesOf(siblingsIn(things), around), titles, shared)
    }
    return shared[thing]!
  }
}

export type SharedStart = (thing: number) => number

function compareStarts(siblings: Uint32Array, titles: readonly string[], shared: Uint16Array): void {
  const order = siblings.slice().sort((one, other) => compare(titles[one]!, titles[other]!))
  // What has most in common stands side by side, names that are alike all through aside: those cannot be told apart.
  for (let i = 1; i < order.length; i++) {
    const [before, thing] = [order[i - 1]!, order[i]!]
    if (titles[before] === titles[thing]) {
      shared[thing] = shared[before]!
      continue
    }
    const length = sharedStart(titles[before]!, titles[thing]!)
    shared[thing] = length
    for (let j = i - 1; j >= 0 && titles[order[j]!] === titles[before]; j--)
      shared[order[j]!] = Math.max(shared[order[j]!]!, length)
  }
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** So many letters are left of a name that is cut at its end. */
const NEAR = 3

/** Longer names are cut anyhow. */
const LONGEST = 2000

/** How many characters two names begin with alike, never half of one. */
function sharedStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length, LONGEST)
  let shared = 0
  while (shared < most && one.charCodeAt(shared) === other.charCodeAt(shared)) shared++
  if (shared < NEAR) return 0
  return /[\uDC00-\uDFFF]/.test(one.charAt(shared) || other.charAt(shared)) ? shared - 1 : shared
}
