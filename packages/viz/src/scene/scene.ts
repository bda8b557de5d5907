import type { Camera } from '../state/view.ts'
import { toTransform, windowOf, type Size, type Transform } from './camera.ts'
import { cardMark, detailAt, type CardMark, type Fonts } from './card-mark.ts'
import type { Measure } from './cut-text.ts'
import { pointOnCubic } from './hit-test.ts'
import type { Light } from './light-up.ts'
import { touches } from './line-boxes.ts'
import { lineWidth, shortCount } from './line-width.ts'
import { STROKE } from './measures.ts'
import { FORMS, STROKES, type Rect, type Stroke, type Things } from './picture.ts'
import type { Prepared } from './prepared.ts'

/** Why a line is drawn as it is: at rest, on the lit way, or chosen itself. */
export type Emphasis = 'rest' | 'path' | 'selected'

/** Lines that are drawn alike, in one go. */
export interface LineGroup {
  readonly stroke: Stroke
  readonly emphasis: Emphasis
  /** CSS pixels. */
  readonly width: number
  readonly lines: readonly number[]
}

/** The number of edges that a line stands for, in the middle of it, in CSS pixels of the window. */
export interface LabelMark {
  readonly x: number
  readonly y: number
  readonly text: string
}

export interface Layer {
  readonly groups: readonly LineGroup[]
  readonly cards: readonly CardMark[]
  readonly labels: readonly LabelMark[]
}

/** What is seen through the window: nothing that lies beside it. */
export interface Scene {
  readonly transform: Transform
  readonly size: Size
  readonly lane: Rect | null
  /** All of it, at rest. Where there is light, this is dimmed as a whole. */
  readonly rest: Layer
  /** What is lit, to be drawn over it in full; null where nothing is. */
  readonly lit: Layer | null
}

export interface SceneWish {
  readonly camera: Camera
  readonly size: Size
  readonly light: Light | null
  readonly fonts: Fonts
  readonly measure: Measure
}

/** A line's count is written from here on. */
const LEAST_COUNT = 5

/** Makes what is to be drawn out of a picture: culled, cut, placed in the window. Pure: the canvas and the export draw the same. */
export function sceneOf(picture: Prepared, { camera, size, light, fonts, measure }: SceneWish): Scene {
  const transform = toTransform(camera, size)
  const seen = windowOf(camera, size)
  const layer = (
    cardsIn: readonly number[],
    linesIn: readonly number[],
    emphasisOf: (line: number) => Emphasis,
  ): Layer => ({
    groups: groupsOf(picture, linesIn, emphasisOf, transform.k),
    cards: cardsIn.map((card) => cardMark(picture.things, card, transform, fonts, measure)),
    labels: labelsOf(picture, linesIn, emphasisOf, transform),
  })
  const cards = cardsInside(picture, seen)
  const lines = linesInside(picture, seen)
  return {
    transform,
    size,
    lane: picture.lane,
    rest: layer(cards, lines, () => 'rest'),
    lit: light
      ? layer(
          // What is wrong never dims: cards with findings and ghosts are drawn in full beside what is lit.
          cards.filter((card) => light.cards[card] === 1 || picture.things.roles[card] === 2),
          lines.filter((line) => light.lines[line] === 1),
          (line) => (line === light.line ? 'selected' : 'path'),
        )
      : null,
  }
}

function cardsInside({ things }: Prepared, { x, y, width, height }: Rect): number[] {
  const found: number[] = []
  // A badge and a ring stand a little over the side of their card.
  const [left, top, right, bottom] = [x - 8, y - 8, x + width + 8, y + height + 8]
  for (let card = 0; card < things.count; card++) {
    const [cx, cy] = [things.x[card]!, things.y[card]!]
    if (cx + things.width[card]! >= left && cx <= right && cy + things.height[card]! >= top && cy <= bottom)
      found.push(card)
  }
  return found
}

function linesInside({ lines, boxes }: Prepared, { x, y, width, height }: Rect): number[] {
  const found: number[] = []
  for (let line = 0; line < lines.count; line++)
    if (touches(boxes, line, x, y, x + width, y + height)) found.push(line)
  return found
}

function groupsOf(
  { lines, heaviest }: Prepared,
  inside: readonly number[],
  emphasisOf: (line: number) => Emphasis,
  k: number,
): LineGroup[] {
  const groups = new Map<string, { stroke: Stroke; emphasis: Emphasis; width: number; lines: number[] }>()
  for (const line of inside) {
    const stroke = STROKES[lines.strokes[line]!]!
    const emphasis = emphasisOf(line)
    const width = widthOf(lines.weights[line]!, heaviest, stroke, emphasis, k)
    const key = `${stroke} ${emphasis} ${width}`
    const group = groups.get(key)
    if (group) group.lines.push(line)
    else groups.set(key, { stroke, emphasis, width, lines: [line] })
  }
  return [...groups.values()].sort((one, other) => one.width - other.width)
}

/** In quarters of a pixel, so that few groups hold many lines. */
function widthOf(weight: number, heaviest: number, stroke: Stroke, emphasis: Emphasis, k: number): number {
  if (emphasis === 'selected') return STROKE.selected
  const rest = stroke === 'back' ? STROKE.back : lineWidth(weight, heaviest)
  const width = emphasis === 'path' ? Math.max(STROKE.path, rest) : rest
  const shrunk = k >= 0.8 ? width : width * Math.max(0.5, k / 0.8)
  return Math.round(shrunk * 4) / 4 || 0.25
}

function labelsOf(
  { lines, things }: Prepared,
  inside: readonly number[],
  emphasisOf: (line: number) => Emphasis,
  { x, y, k }: Transform,
): LabelMark[] {
  if (detailAt(k) === 'tile') return []
  return inside
    .filter(
      (line) =>
        lines.weights[line]! >= LEAST_COUNT &&
        (isContainer(things, lines.from[line]!) ||
          isContainer(things, lines.to[line]!) ||
          emphasisOf(line) === 'selected'),
    )
    .map((line) => {
      const [start, end] = [lines.starts[line]!, lines.starts[line + 1]!]
      const pieces = (end - start - 2) / 6
      const [px, py] = pointOnCubic(
        lines.curves,
        start + 6 * Math.floor(pieces / 2),
        pieces % 2 === 1 ? 0.5 : 0,
      )
      return { x: px * k + x, y: py * k + y, text: shortCount(lines.weights[line]!) }
    })
}

/** A count is written at the edge of what holds many. */
const isContainer = ({ forms }: Things, thing: number): boolean => {
  const form = FORMS[forms[thing]!]
  return form === 'container' || form === 'box'
}
