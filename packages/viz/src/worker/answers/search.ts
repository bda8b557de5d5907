import type { LineageGraph } from '@lineagraph/core'

/** How well a name answers, the best first: people mean titles, unless they write a whole id. */
const TITLE = { exact: 0, start: 2, word: 3, inside: 4, none: 9 } as const
const ID = { exact: 1, start: 5, word: 6, inside: 7, none: 9 } as const
const LETTERS = 8
const NONE = 9
/** Among answers as good the shorter titles come first; past this many characters they count as long alike. */
const LONG = 63

/** Finds nodes by title and id: the best answers first. */
export type TextSearch = (text: string) => Uint32Array

interface Names {
  readonly titles: readonly string[]
  readonly ids: readonly string[]
}

interface Found {
  /** The best answers first. */
  readonly nodes: Uint32Array
  /** The same, ascending: where a longer text is looked for, so that its answers do not hang on how somebody types. */
  readonly ascending: Uint32Array
}

/** What was found last: a longer text is looked for in there alone. */
interface Answer extends Found {
  readonly wanted: string
  /** Whether all of it has the text itself, not its letters only. */
  readonly isWhole: boolean
}

/** Folds every name once, which takes a second for a million; a search then looks at each name at most twice, and sorts without comparing. */
export function textSearchOf(graph: LineageGraph): TextSearch {
  const names: Names = {
    titles: Array.from({ length: graph.nodeCount }, (_, node) => fold(graph.titleOf(node))),
    ids: Array.from({ length: graph.nodeCount }, (_, node) => fold(graph.idOf(node))),
  }
  const all = Uint32Array.from({ length: graph.nodeCount }, (_, node) => node)
  let last: Answer = { wanted: '', nodes: all, ascending: all, isWhole: true }
  return (text) => {
    const wanted = fold(text.trim())
    if (wanted === '') return new Uint32Array(0)
    if (wanted !== last.wanted) last = answer(names, wanted, all, last)
    return last.nodes
  }
}

const NOWHERE = new Uint32Array(0)

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

function answer(names: Names, wanted: string, all: Uint32Array, last: Answer): Answer {
  const isNarrower = last.wanted !== '' && wanted.startsWith(last.wanted)
  // What has no text has no longer one either.
  if (!isNarrower || last.isWhole) {
    const among = isNarrower ? last.ascending : all
    const whole = ranked(names, among, (title, id) => rankOfNames(wanted, title, id))
    if (whole.nodes.length > 0) return { wanted, ...whole, isWhole: true }
  }
  // Letters with others between them are a guess: only where nothing has the text itself.
  const letters = [...wanted]
  const among = isNarrower && !last.isWhole ? last.ascending : all
  const near = ranked(names, letters.length > 1 ? among : NOWHERE, (title, id) =>
    hasLetters(letters, title) || hasLetters(letters, id) ? LETTERS : NONE,
  )
  // A single letter was not looked for so: what comes after it starts anew.
  return { wanted, ...near, ascending: letters.length > 1 ? near.ascending : all, isWhole: false }
}

/** What answers of some nodes, by rank, then by the length of the title, then in their order: sorted by counting, in O(n). */
function ranked(
  { titles, ids }: Names,
  among: Uint32Array,
  rank: (title: string, id: string) => number,
): Found {
  const places = new Uint16Array(among.length)
  const starts = new Uint32Array(NONE * (LONG + 1) + 1)
  let count = 0
  for (let i = 0; i < among.length; i++) {
    const [title, id] = [titles[among[i]!]!, ids[among[i]!]!]
    const found = rank(title, id)
    const place = found === NONE ? starts.length - 1 : found * (LONG + 1) + Math.min(title.length, LONG)
    places[i] = place
    if (found === NONE) continue
    starts[place + 1]!++
    count++
  }
  for (let place = 1; place < starts.length; place++) starts[place]! += starts[place - 1]!
  const [nodes, ascending] = [new Uint32Array(count), new Uint32Array(count)]
  let length = 0
  for (let i = 0; i < among.length; i++) {
    if (places[i] === starts.length - 1) continue
    ascending[length++] = among[i]!
    nodes[starts[places[i]!]!++] = among[i]!
  }
  return { nodes, ascending }
}

function rankOfNames(wanted: string, title: string, id: string): number {
  const rank = rankOf(wanted, title, TITLE)
  // An id can only be better where it is the whole text.
  return rank < NONE && id.length !== wanted.length ? rank : Math.min(rank, rankOf(wanted, id, ID))
}

function rankOf(wanted: string, text: string, ranks: Readonly<Record<keyof typeof TITLE, number>>): number {
  const at = text.indexOf(wanted)
  if (at < 0) return ranks.none
  if (text.length === wanted.length) return ranks.exact
  if (at === 0) return ranks.start
  return LETTER_OR_DIGIT.test(text[at - 1]!) ? ranks.inside : ranks.word
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

function hasLetters(letters: readonly string[], text: string): boolean {
  let at = 0
  for (const letter of letters) {
    const found = text.indexOf(letter, at)
    if (found < 0) return false
    at = found + letter.length
  }
  return true
}
