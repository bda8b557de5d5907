import type { Lines, Stroke } from '../scene/picture.ts'
import type { Transform } from '../scene/camera.ts'
import { STROKE } from '../scene/measures.ts'
import type { LineGroup } from '../scene/scene.ts'
import type { Palette } from './palette.ts'

const DASH: Readonly<Record<Stroke, readonly number[]>> = {
  plain: [],
  self: [],
  external: [],
  back: [5, 4],
  ghost: [5, 4],
}
const ARROW = { length: 7, width: 7.2 } as const
/** A line ends this far before the card, under its arrowhead: the point of the arrow stays sharp. */
const SHORTER = 5
/** The scale below which things are specks. */
const FAR = 0.12

/** Draws groups of lines: first what frees them from what they cross, then the lines, then their arrowheads. */
export function drawLines(
  context: CanvasRenderingContext2D,
  lines: Lines,
  groups: readonly LineGroup[],
  transform: Transform,
  palette: Palette,
): void {
  context.lineCap = 'butt'
  context.lineJoin = 'round'
  for (const group of groups) {
    if (group.emphasis === 'rest') continue
    context.strokeStyle = palette.canvas
    context.lineWidth = group.width + STROKE.casing
    context.setLineDash([])
    strokeAll(context, lines, group, transform)
  }
  for (const group of groups) {
    // Far off, many lines lie on one another: they recede, so that the things stay on top.
    context.globalAlpha = group.emphasis === 'rest' && transform.k < FAR ? 0.4 : 1
    context.strokeStyle = colourOf(group, palette)
    context.lineWidth = group.width
    context.setLineDash(DASH[group.stroke] as number[])
    strokeAll(context, lines, group, transform)
  }
  context.globalAlpha = 1
  context.setLineDash([])
  for (const group of groups) {
    if (!hasArrow(group) || transform.k < 0.3) continue
    context.fillStyle = colourOf(group, palette)
    for (const line of group.lines) drawArrow(context, lines, line, transform)
  }
}

/** At rest what runs with the flow has none: its direction is the picture's. */
const hasArrow = ({ emphasis, stroke }: LineGroup): boolean => emphasis !== 'rest' || stroke === 'back'

function colourOf({ emphasis, stroke }: LineGroup, palette: Palette): string {
  if (stroke === 'back') return palette.error
  if (emphasis !== 'rest') return palette.accent
  return stroke === 'ghost' ? palette.missing : palette.edge
}

function strokeAll(
  context: CanvasRenderingContext2D,
  { curves, starts }: Lines,
  group: LineGroup,
  { x, y, k }: Transform,
): void {
  const shorter = hasArrow(group) && k >= 0.3 ? SHORTER : 0
  context.beginPath()
  for (const line of group.lines) {
    const [start, end] = [starts[line]!, starts[line + 1]!]
    if (end === start) continue
    context.moveTo(curves[start]! * k + x, curves[start + 1]! * k + y)
    for (let i = start + 2; i < end; i += 6) {
      const isLast = i + 6 >= end
      const back = isLast && group.stroke !== 'self' ? shorter : 0
      context.bezierCurveTo(
        curves[i]! * k + x,
        curves[i + 1]! * k + y,
        curves[i + 2]! * k + x - back,
        curves[i + 3]! * k + y,
        curves[i + 4]! * k + x - back,
        curves[i + 5]! * k + y,
      )
    }
  }
  context.stroke()
}

function drawArrow(
  context: CanvasRenderingContext2D,
  { curves, starts }: Lines,
  line: number,
  { x, y, k }: Transform,
): void {
  const end = starts[line + 1]!
  if (end === starts[line]) return
  const [tipX, tipY] = [curves[end - 2]! * k + x, curves[end - 1]! * k + y]
  const [fromX, fromY] = [curves[end - 4]! * k + x, curves[end - 3]! * k + y]
  const length = Math.hypot(tipX - fromX, tipY - fromY) || 1
  const [ux, uy] = [(tipX - fromX) / length, (tipY - fromY) / length]
  const [baseX, baseY] = [tipX - ux * ARROW.length, tipY - uy * ARROW.length]
  context.beginPath()
  context.moveTo(tipX, tipY)
  context.lineTo(baseX - (uy * ARROW.width) / 2, baseY + (ux * ARROW.width) / 2)
  context.lineTo(baseX + (uy * ARROW.width) / 2, baseY - (ux * ARROW.width) / 2)
  context.fill()
}
