import { adjacencyOf, type Adjacency } from './adjacency.ts'
import { indexCards, type CardIndex } from './hit-test.ts'
import { lineBoxes } from './line-boxes.ts'
import type { Picture } from './picture.ts'
import { lineKeys } from './targets.ts'

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

/** The line between two things or columns by their keys, or -1. */
export function lineBetween(picture: Prepared, from: string, to: string): number {
  for (let line = 0; line < picture.lines.count; line++) {
    const keys = lineKeys(picture, line)
    if (keys.from === from && keys.to === to) return line
  }
  return -1
}
