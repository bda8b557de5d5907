import { FIRST_VIEW, shownOf } from '../src/state/view.ts'
import { startSession } from '../src/worker/session.ts'
import { linesOf, type RunLines } from './serve-page.ts'

type Point = readonly [x: number, y: number]

/** Where the middle of each card of a run is drawn, in units of the picture: laid out here as the page does it. */
export async function cardPlaces({ resources, lineage }: RunLines): Promise<(id: string) => Point> {
  const session = startSession({ readBytes: () => new ArrayBuffer(0), now: () => 0, onProgress: () => {} })
  await session.open([
    { name: 'resources.jsonl', blob: new Blob([linesOf(resources)]) },
    { name: 'lineage.jsonl', blob: new Blob([linesOf(lineage)]) },
  ])
  const picture = await session.draw({ ...shownOf(FIRST_VIEW), isNarrow: false })
  const cards = picture!.things
  return (id) => {
    const card = cards.keys.indexOf(`id:${id}`)
    if (card < 0) throw new Error(`no card for ${id}`)
    return [cards.x[card]! + cards.width[card]! / 2, cards.y[card]! + cards.height[card]! / 2]
  }
}
