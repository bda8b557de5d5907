import type { Prepared } from '../scene/prepared.ts'
import { STROKE } from '../scene/measures.ts'
import type { LabelMark, Scene } from '../scene/scene.ts'
import { drawBadge, drawCard, drawRing } from './draw-cards.ts'
import { drawLane } from './draw-lane.ts'
import { drawLines } from './draw-lines.ts'
import type { Palette } from './palette.ts'

/** The picture at rest: lane, lines, cards, badges, counts. */
export function paintRest(
  context: CanvasRenderingContext2D,
  picture: Prepared,
  scene: Scene,
  palette: Palette,
): void {
  const { rest, lane, transform } = scene
  if (lane) drawLane(context, lane, transform, palette)
  for (const card of rest.cards) if (card.isBox) drawCard(context, card, palette)
  drawLines(context, picture.lines, rest.groups, transform, palette)
  for (const card of rest.cards) if (!card.isBox) drawCard(context, card, palette)
  for (const { badge } of rest.cards) if (badge) drawBadge(context, badge, palette)
  drawLabels(context, rest.labels, palette)
}

/** Over the dimmed picture: what is lit, in full. Badges of all cards are drawn again: what is wrong never dims. */
export function paintLit(
  context: CanvasRenderingContext2D,
  picture: Prepared,
  scene: Scene,
  rings: { readonly chosen: ReadonlySet<number>; readonly hovered: number },
  palette: Palette,
): void {
  const { lit, rest, transform } = scene
  if (lit) {
    drawLines(context, picture.lines, lit.groups, transform, palette)
    for (const card of lit.cards) if (!card.isBox) drawCard(context, card, palette)
    for (const { badge } of rest.cards) if (badge) drawBadge(context, badge, palette)
    drawLabels(context, lit.labels, palette)
  }
  for (const card of rest.cards)
    if (rings.chosen.has(card.card)) drawRing(context, card, palette.accent, STROKE.ring)
    else if (rings.hovered === card.card) drawRing(context, card, palette.ink3, 1)
}

function drawLabels(context: CanvasRenderingContext2D, labels: readonly LabelMark[], palette: Palette): void {
  context.font = `500 11px ${palette.font}`
  context.textAlign = 'center'
  context.lineJoin = 'round'
  context.lineWidth = 5
  for (const { x, y, text } of labels) {
    context.strokeStyle = palette.canvas
    context.strokeText(text, x, y + 4)
    context.fillStyle = palette.ink2
    context.fillText(text, x, y + 4)
  }
  context.textAlign = 'start'
}
