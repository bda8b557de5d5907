import { toTransform } from '../src/scene/camera/camera.ts'
import { pointOnCubic } from '../src/scene/marks/hit-test.ts'
import { BOX } from '../src/scene/picture/measures.ts'
import { toggleAt } from '../src/scene/meet.ts'
import { FORMS } from '../src/scene/picture/picture.ts'
import { pillsOf } from '../src/scene/marks/pills.ts'
import { prepare } from '../src/scene/picture/prepared.ts'
import { lineKeys } from '../src/scene/picture/targets.ts'
import { FIRST_VIEW, shownOf, type Camera, type Shown } from '../src/state/view.ts'
import { startSession } from '../src/worker/session.ts'
import { linesOf, type RunLines } from './serve-page.ts'

type Point = readonly [x: number, y: number]

/** Where things of a run are drawn, in units of the picture. They are named by their ids, what has none by its key. */
export interface CardPlaces {
  /** What is drawn, as the picture calls it. */
  readonly keys: readonly string[]
  /** The middle of a card. */
  of(id: string): Point
  /** Its left upper corner. */
  corner(id: string): Point
  /** Some point of the line between two cards, half the way along it. */
  onLine(from: string, to: string): Point
  /** The middle of the row of a column. */
  row(id: string): Point
  /** The ground of an open box, beside its name. */
  header(id: string): Point
  /** What opens a closed thing in its place, or closes an open one, under a camera. */
  toggle(id: string, camera: Camera): Point
  /** `+n`, or `»`, beside a card, under a camera. */
  pill(id: string, side: 'up' | 'down', far: boolean, camera: Camera): Point
}

/** Lays a run out here as the page does it for a link. @param shown what the link says. @param isNarrow whether the page is so. */
export async function cardPlaces(
  { resources, lineage }: RunLines,
  shown: Partial<Shown> = {},
  isNarrow = false,
): Promise<CardPlaces> {
  const session = startSession({ readBytes: () => new ArrayBuffer(0), now: () => 0, onProgress: () => {} })
  await session.open([
    { name: 'resources.jsonl', blob: new Blob([linesOf(resources)]) },
    { name: 'lineage.jsonl', blob: new Blob([linesOf(lineage)]) },
  ])
  const drawn = await session.draw({ ...shownOf(FIRST_VIEW), ...shown, isNarrow })
  const picture = prepare(drawn!)
  const { things: cards, rows, lines } = picture
  const cardOf = (id: string): number => {
    const card = cards.keys.indexOf(cards.keys.includes(id) ? id : `id:${id}`)
    if (card < 0) throw new Error(`no card for ${id}`)
    return card
  }
  return {
    keys: cards.keys,
    of(id) {
      const card = cardOf(id)
      return [cards.x[card]! + cards.width[card]! / 2, cards.y[card]! + cards.height[card]! / 2]
    },
    corner: (id) => [cards.x[cardOf(id)]!, cards.y[cardOf(id)]!],
    onLine(from, to) {
      for (let line = 0; line < lines.count; line++) {
        const keys = lineKeys(picture, line)
        if (keys.from !== `id:${from}` || keys.to !== `id:${to}`) continue
        const [start, end] = [lines.starts[line]!, lines.starts[line + 1]!]
        const pieces = (end - start - 2) / 6
        return pointOnCubic(lines.curves, start + 6 * Math.floor((pieces - 1) / 2), 0.5)
      }
      throw new Error(`no line from ${from} to ${to}`)
    },
    row(id) {
      const row = rows.keys.indexOf(`id:${id}`)
      if (row < 0) throw new Error(`no row for ${id}`)
      const card = picture.thingOfRow[row]!
      return [cards.x[card]! + cards.width[card]! / 2, cards.y[card]! + rows.y[row]!]
    },
    header(id) {
      const card = cardOf(id)
      return [cards.x[card]! + cards.width[card]! / 2, cards.y[card]! + BOX.head / 2]
    },
    toggle(id, camera) {
      const card = cardOf(id)
      if (FORMS[cards.forms[card]!] === 'box')
        return [cards.x[card]! + cards.width[card]! - 16, cards.y[card]! + BOX.head / 2]
      return toPicture(toggleAt(picture, card, toTransform(camera, NO_WINDOW)), camera)
    },
    pill(id, side, far, camera) {
      const pills = pillsOf(picture, cardOf(id), toTransform(camera, NO_WINDOW), ROUGH, true)
      const pill = pills.find((one) => one.side === side && one.far === far)
      if (!pill) throw new Error(`nothing waits ${side} of ${id}`)
      return toPicture([pill.x + pill.width / 2, pill.y + pill.height / 2], camera)
    },
  }
}

const NO_WINDOW = { width: 0, height: 0 }
/** What stands in pills is a few digits long. */
const ROUGH = { width: (text: string): number => 6.5 * text.length }

const toPicture = ([x, y]: Point, camera: Camera): Point => [camera.x + x / camera.k, camera.y + y / camera.k]
