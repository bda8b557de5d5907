import { pointOnCubic } from '../src/scene/hit-test.ts'
import { lineKeys } from '../src/scene/targets.ts'
import { FIRST_VIEW, shownOf } from '../src/state/view.ts'
import { startSession } from '../src/worker/session.ts'
import { linesOf, type RunLines } from './serve-page.ts'

type Point = readonly [x: number, y: number]

/** Where things of a run are drawn, in units of the picture. */
export interface CardPlaces {
  /** The middle of a card. */
  of(id: string): Point
  /** Some point of the line between two cards, half the way along it. */
  onLine(from: string, to: string): Point
}

/** Lays a run out here as the page does it. */
export async function cardPlaces({ resources, lineage }: RunLines): Promise<CardPlaces> {
  const session = startSession({ readBytes: () => new ArrayBuffer(0), now: () => 0, onProgress: () => {} })
  await session.open([
    { name: 'resources.jsonl', blob: new Blob([linesOf(resources)]) },
    { name: 'lineage.jsonl', blob: new Blob([linesOf(lineage)]) },
  ])
  const picture = await session.draw({ ...shownOf(FIRST_VIEW), isNarrow: false })
  const { things: cards, lines } = picture!
  return {
    of(id) {
      const card = cards.keys.indexOf(`id:${id}`)
      if (card < 0) throw new Error(`no card for ${id}`)
      return [cards.x[card]! + cards.width[card]! / 2, cards.y[card]! + cards.height[card]! / 2]
    },
    onLine(from, to) {
      for (let line = 0; line < lines.count; line++) {
        const keys = lineKeys(picture!, line)
        if (keys.from !== `id:${from}` || keys.to !== `id:${to}`) continue
        const [start, end] = [lines.starts[line]!, lines.starts[line + 1]!]
        const pieces = (end - start - 2) / 6
        return pointOnCubic(lines.curves, start + 6 * Math.floor((pieces - 1) / 2), 0.5)
      }
      throw new Error(`no line from ${from} to ${to}`)
    },
  }
}
