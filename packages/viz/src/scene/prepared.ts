import { adjacencyOf, type Adjacency } from './adjacency.ts'
import { indexCards, type CardIndex } from './hit-test.ts'
import { lineBoxes } from './line-boxes.ts'
import type { Picture } from './picture.ts'

/** A picture with what it takes to draw it, to find things in it and to walk in it: made once, when it arrives. */
export interface Prepared extends Picture {
  readonly adjacency: Adjacency
  readonly boxes: Float32Array
  readonly index: CardIndex
  readonly cardOfKey: ReadonlyMap<string, number>
  readonly heaviest: number
}

export const prepare = (picture: Picture): Prepared => ({
  ...picture,
  adjacency: adjacencyOf(picture.things.count, picture.lines),
  boxes: lineBoxes(picture.lines),
  index: indexCards(picture.things),
  cardOfKey: new Map(picture.things.keys.map((key, card) => [key, card])),
  heaviest: picture.lines.weights.reduce((most, weight) => Math.max(most, weight), 0),
})

/** The line between two cards by their keys, or -1. */
export function lineBetween({ cardOfKey, adjacency, lines }: Prepared, from: string, to: string): number {
  const [one, other] = [cardOfKey.get(from), cardOfKey.get(to)]
  if (one === undefined || other === undefined) return -1
  const { starts, lines: out } = adjacency.out
  for (let i = starts[one]!; i < starts[one + 1]!; i++) if (lines.to[out[i]!] === other) return out[i]!
  return -1
}
