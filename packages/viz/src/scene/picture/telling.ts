import { linesOf } from './adjacency.ts'
import type { Things } from './picture.ts'
import { siblingsIn } from './siblings.ts'
import { wholeLetter } from './whole-letter.ts'

/** What tells a name from those beside it, where it cannot be shown whole. */
export interface Telling {
  /** So much of its beginning has one beside it too; its whole length, where that goes on. */
  readonly shared: number
  /** Each may read as this name and as none beside it, whatever is shown of those. The best is first. */
  cuts(): readonly Cut[]
  /** The same of two words, the shortest first, for where there is no room for any of those. */
  narrowCuts(): readonly Cut[]
}

/** What a cut name shows: its beginning up to `start`, and what begins a word at `from`, up to `to`. More of either tells as well. */
export interface Cut {
  readonly start: number
  /** How another word begins between the two. */
  readonly middle?: { readonly from: number; readonly to: number }
  readonly from: number
  readonly to: number
}

/** By thing. Null where the first letters of its name tell it from its siblings. Siblings are sorted when the first of them is asked for, and compared one by one. */
export type TellingOf = (thing: number) => Telling | null

/** What tells each thing from its siblings in a picture: in a large one few are asked for at a time. */
export function tellingThings(things: Pick<Things, 'count' | 'box' | 'titles'>): TellingOf {
  const { box, titles } = things
  const byBox = new Map<number, (title: string) => Telling | null>()
  return (thing) => {
    const around = box[thing]! + 1
    let telling = byBox.get(around)
    if (!telling)
      byBox.set(
        around,
        (telling = tellingAmong(Array.from(linesOf(siblingsIn(things), around), (one) => titles[one]!))),
      )
    return telling(titles[thing]!)
  }
}

/** So many are looked at on either side of a name in the order of the alphabet: those have most in common with it, and more would be felt where hundreds are cut. */
const NEIGHBOURS = 60

/** What tells each of some names from the others. Sorted once, O(n log n); then each is compared with its neighbours when it is asked for. */
export function tellingAmong(names: readonly string[]): (name: string) => Telling | null {
  const sorted = [...new Set(names)].sort()
  const known = new Map<string, Telling | null>()
  const words = wordStartsOnce()
  return (name) => {
    let telling = known.get(name)
    if (telling !== undefined) return telling
    const place = placeOf(name, sorted)
    const next = [place - 1, place + 1].map((one) => sharedAt(name, 0, sorted[one] ?? '', 0))
    const shared = Math.min(name.length, Math.max(...next))
    telling =
      shared < NEAR
        ? null
        : {
            shared,
            cuts: once(() => cutsOf(name, shared, around(), words)),
            narrowCuts: once(() => narrowCutsOf(name, around(), words)),
          }
    known.set(name, telling)
    return telling

    function around(): string[] {
      const near = sorted.slice(Math.max(0, place - NEIGHBOURS), place + NEIGHBOURS + 1)
      return near.filter((one) => one !== name)
    }
  }
}

/** So many letters of a beginning are left wherever a name is worth showing. */
const NEAR = 3

/** Fewer letters than this of a word without its end tell little. */
const TELLING = 5

/** The end of a name counts as a letter: what is shown up to there reads otherwise than what goes on. */
const END = 1

/**
 * A cut can be read as another name only if that begins with the same and has a word that goes on the same: so of each word is known how far names
 * agree in it, by how far they begin alike.
 */
function cutsOf(name: string, shared: number, others: readonly string[], wordsOf: WordStarts): Cut[] {
  const begin = others.map((other) => Math.min(sharedAt(name, 0, other, 0), name.length))
  const cuts: (Cut & { readonly price: number })[] = []
  for (const from of inOrder(wordsOf(name), shared)) {
    const length = name.length - from
    /** By how much of the beginning is shown: how far the word of another that begins so agrees. */
    const agree = new Uint16Array(Math.max(shared + 2, from + 1))
    others.forEach((other, i) => {
      let most = 0
      for (const at of wordsOf(other)) most = Math.max(most, sharedAt(name, from, other, at))
      agree[begin[i]!] = Math.max(agree[begin[i]!]!, most)
    })
    for (let start = agree.length - 2; start >= 0; start--)
      agree[start] = Math.max(agree[start]!, agree[start + 1]!)
    for (let start = 0; start < from; start++) {
      if (start > 0 && start !== NEAR && agree[start] === agree[start - 1]) continue
      const shown = wholeLetter(name, start)
      if (shown >= from) break
      const least = agree[start]! + 1
      const abrupt = shown < NEAR ? 1 : 0
      if (least <= length + END) cuts.push({ start: shown, from, to: name.length, price: abrupt })
      for (const letters of new Set([Math.max(least, TELLING), least])) {
        const to = wholeLetter(name, from + letters)
        if (to < name.length)
          cuts.push({ start: shown, from, to, price: abrupt + (letters < TELLING ? 3 : 1) })
      }
    }
  }
  return cuts.sort((one, other) => one.price - other.price)
}

/** So many of two words are worth a measure. */
const MOST_NARROW = 6

/** A cut of two words can be read as another name only if that begins with the same and has both words, one behind the other. */
function narrowCutsOf(name: string, others: readonly string[], wordsOf: WordStarts): Cut[] {
  const words = wordsOf(name)
  const begin = others.map((other) => sharedAt(name, 0, other, 0))
  const starts = [0, 1, NEAR].map((wanted) => wholeLetter(name, wanted))
  /** How far each word agrees with each of another name. */
  const agree = words.map((from) =>
    others.map((other) => wordsOf(other).map((at) => sharedAt(name, from, other, at))),
  )
  const agreeFrom = agree.map((all) => all.map(mostFromEach))
  const cuts: (Cut & { readonly letters: number })[] = []
  words.forEach((first, i) => {
    const end = wholeLetter(name, first + NEAR)
    const found = agree[i]!.map((its) => its.findIndex((most) => most >= end - first))
    words.forEach((from, j) => {
      if (from <= end) return
      for (const start of starts) {
        if (start >= first) break
        let most = 0
        found.forEach((at, o) => {
          if (at >= 0 && begin[o]! >= start) most = Math.max(most, agreeFrom[j]![o]![at + 1] ?? 0)
        })
        if (most >= name.length - from + END) continue
        const to = wholeLetter(name, from + Math.max(most + 1, NEAR))
        const letters = start + end - first + to - from
        cuts.push({ start, middle: { from: first, to: end }, from, to, letters })
      }
    })
  })
  return cuts.sort((one, other) => one.letters - other.letters).slice(0, MOST_NARROW)
}

/** Of each place the most that stands there or behind it. */
const mostFromEach = (numbers: readonly number[]): number[] => {
  const most = numbers.slice()
  for (let at = most.length - 2; at >= 0; at--) most[at] = Math.max(most[at]!, most[at + 1]!)
  return most
}

/** First the word, or the number, in which a name differs from the one that is most like it, then the others, the last one first. */
function inOrder(words: readonly number[], shared: number): number[] {
  const differs = words.findLast((from) => from <= shared)
  const others = words.filter((from) => from !== differs).reverse()
  return differs === undefined ? others : [differs, ...others]
}

/** How many letters two names go on alike from a place in each, the end of both counted where they come to it together. */
function sharedAt(one: string, from: number, other: string, at: number): number {
  const most = Math.min(one.length - from, other.length - at, LONGEST)
  let shared = 0
  while (shared < most && one.charCodeAt(from + shared) === other.charCodeAt(at + shared)) shared++
  return from + shared === one.length && at + shared === other.length ? shared + END : shared
}

type WordStarts = (name: string) => readonly number[]

/** Longer names are cut anyhow; of more words the last are compared. */
const LONGEST = 2000
const MOST_WORDS = 16

/** Where the words of a name begin, and the numbers in them, but for its first. */
function wordStarts(name: string): number[] {
  const starts: number[] = []
  let before = kindOf(name.charCodeAt(0))
  for (let at = 1; at < Math.min(name.length, LONGEST); at++) {
    const kind = kindOf(name.charCodeAt(at))
    if (kind !== before && (kind === DIGIT || before === BETWEEN) && kind !== BETWEEN) starts.push(at)
    before = kind
  }
  return starts.slice(-MOST_WORDS)
}

const [BETWEEN, LETTER, DIGIT] = [0, 1, 2]

/** Asked of each letter of some hundred names for each that is cut. */
function kindOf(code: number): number {
  if (code >= 128) return IN_WORD.test(String.fromCharCode(code)) ? LETTER : BETWEEN
  if (code >= 48 && code <= 57) return DIGIT
  return (code | 32) >= 97 && (code | 32) <= 122 ? LETTER : BETWEEN
}

const IN_WORD = /[\p{L}\p{M}\p{N}\uD800-\uDFFF]/u

function wordStartsOnce(): WordStarts {
  const known = new Map<string, readonly number[]>()
  return (name) => {
    let starts = known.get(name)
    if (!starts) known.set(name, (starts = wordStarts(name)))
    return starts
  }
}

function placeOf(name: string, sorted: readonly string[]): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < name) low = middle + 1
    else high = middle
  }
  return low
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
