import type { LineageGraph, NodeIndex } from '@lineagraph/core'
import { nameOf, placeOf } from './name-of.ts'
import type { Hit, Slice } from './protocol.ts'
import { sortOf } from './sort-of.ts'

/** How well a text answers, the best first. */
const RANKS = { exact: 0, start: 1, word: 2, inside: 3, letters: 4 } as const
type Rank = (typeof RANKS)[keyof typeof RANKS]

/** Finds nodes by title and id. */
export interface Searcher {
  search(text: string, from: number, count: number): Slice<Hit>
}

/** Folds every name once; a search then looks through them all. O(characters) a search, and the last answer is kept. */
export function searcherOf(graph: LineageGraph): Searcher {
  const titles: string[] = []
  const ids: string[] = []
  for (let node = 0; node < graph.nodeCount; node++) {
    titles.push(fold(graph.titleOf(node)))
    ids.push(fold(graph.idOf(node)))
  }
  let last: { text: string; found: NodeIndex[] } | undefined
  return {
    search(text, from, count) {
      if (last?.text !== text) last = { text, found: find(fold(text.trim()), titles, ids) }
      const rows = last.found.slice(from, from + count).map((node) => hitOf(graph, node))
      return { rows, from, total: last.found.length }
    },
  }
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

function find(wanted: string, titles: readonly string[], ids: readonly string[]): NodeIndex[] {
  if (wanted === '') return []
  const byRank: NodeIndex[][] = [[], [], [], [], []]
  const put = (rank: Rank | undefined, node: NodeIndex): void => {
    if (rank !== undefined) byRank[rank]!.push(node)
  }
  for (let node = 0; node < titles.length; node++)
    put(best(rankOf(wanted, titles[node]!), rankOf(wanted, ids[node]!)), node)
  // Letters with others between them are a guess: only where nothing has the text itself.
  if (byRank.every((nodes) => nodes.length === 0))
    for (let node = 0; node < titles.length; node++)
      if (hasLetters(wanted, titles[node]!) || hasLetters(wanted, ids[node]!)) put(RANKS.letters, node)
  return byRank.flatMap((nodes) => nodes.sort((a, b) => titles[a]!.length - titles[b]!.length || a - b))
}

const best = (one: Rank | undefined, other: Rank | undefined): Rank | undefined =>
  one === undefined ? other : other === undefined ? one : (Math.min(one, other) as Rank)

function rankOf(wanted: string, text: string): Rank | undefined {
  const at = text.indexOf(wanted)
  if (at < 0) return undefined
  if (text.length === wanted.length) return RANKS.exact
  if (at === 0) return RANKS.start
  return /[\p{L}\p{N}]/u.test(text[at - 1]!) ? RANKS.inside : RANKS.word
}

function hasLetters(wanted: string, text: string): boolean {
  let at = 0
  for (const letter of wanted) {
    const found = text.indexOf(letter, at)
    if (found < 0) return false
    at = found + letter.length
  }
  return true
}

const hitOf = (graph: LineageGraph, node: NodeIndex): Hit => ({
  key: graph.keyOf(node),
  name: nameOf(graph, node),
  sort: sortOf(graph, node),
  place: placeOf(graph, node),
  id: graph.idOf(node),
})
