import type { BadgeMark, CardMark, TextMark } from '../scene/card-mark.ts'
import { ICONS, type IconName } from '../tokens/icons.ts'
import type { Hue } from '../tokens/looks.ts'
import { SEVERITY_SHAPES } from '../tokens/severity-shapes.ts'
import type { Palette } from './palette.ts'

const paths = new Map<string, Path2D>()

/** A path is parsed once. */
function pathOf(d: string): Path2D {
  let path = paths.get(d)
  if (!path) paths.set(d, (path = new Path2D(d)))
  return path
}

export function drawCard(context: CanvasRenderingContext2D, mark: CardMark, palette: Palette): void {
  if (mark.detail === 'tile') {
    drawTile(context, mark, palette)
    return
  }
  drawOutline(context, mark, palette)
  if (mark.icon) drawIcon(context, mark.icon.name, mark.icon.hue, mark.icon, palette)
  if (mark.title)
    drawText(context, mark.title, 600, mark.shape === 'ghost' ? palette.missing : palette.ink1, palette)
  if (mark.place) drawText(context, mark.place, 400, palette.ink3, palette)
}

/** CSS pixels: a lower tile is but a speck, and takes the ink of the lines to be seen among them. */
const SPECK = 5

function drawTile(context: CanvasRenderingContext2D, mark: CardMark, palette: Palette): void {
  const { x, y, width, height, shape } = mark
  const isSpeck = height < SPECK
  const ground = shape === 'outside' ? palette.hatch : palette.line2
  context.fillStyle = shape === 'ghost' ? palette.missing : isSpeck ? palette.edge : ground
  context.fillRect(x, y, Math.max(2, width), Math.max(1.5, height))
  if (shape !== 'outside' || isSpeck) return
  context.strokeStyle = palette.external
  context.lineWidth = 0.75
  context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1)
}

/** Declared here, somewhere else, or nowhere: each has its own outline, on its own ground. */
function drawOutline(context: CanvasRenderingContext2D, mark: CardMark, palette: Palette): void {
  const { x, y, width, height, radius, shape } = mark
  context.beginPath()
  context.roundRect(x + 0.5, y + 0.5, width - 1, height - 1, radius)
  context.fillStyle = shape === 'declared' ? palette.surface : palette.canvas
  context.fill()
  context.lineWidth = shape === 'outside' ? 1.25 : 1
  context.lineCap = shape === 'outside' ? 'round' : 'butt'
  context.setLineDash(shape === 'outside' ? [1.5, 3] : shape === 'ghost' ? [5, 4] : [])
  context.strokeStyle =
    shape === 'outside' ? palette.external : shape === 'ghost' ? palette.missing : palette.line2
  context.stroke()
  context.setLineDash([])
}

function drawIcon(
  context: CanvasRenderingContext2D,
  name: IconName,
  hue: Hue,
  { x, y, size }: { x: number; y: number; size: number },
  palette: Palette,
): void {
  context.save()
  context.translate(x, y)
  context.scale(size / 24, size / 24)
  context.strokeStyle = palette[hue]
  context.lineWidth = 2
  context.lineCap = context.lineJoin = 'round'
  context.stroke(pathOf(ICONS[name]))
  context.restore()
}

function drawText(
  context: CanvasRenderingContext2D,
  { x, y, text, size }: TextMark,
  weight: number,
  colour: string,
  { font }: Palette,
): void {
  context.font = `${weight} ${size}px ${font}`
  context.fillStyle = colour
  context.fillText(text, x, y)
}

/** What is wrong, in shape and colour, and how often where that is more than once. */
export function drawBadge(context: CanvasRenderingContext2D, badge: BadgeMark, palette: Palette): void {
  const { severity, x, y, size, count } = badge
  const { ground, sign } = SEVERITY_SHAPES[severity]
  let left = x
  if (count !== '') {
    const scale = size / 13
    context.font = `400 ${Math.max(11, 11 * scale)}px ${palette.font}`
    const width = context.measureText(count).width
    context.fillStyle = palette.ink2
    context.fillText(count, x + size - width, y + size * 0.82)
    left = x - width - 3 * scale
  }
  context.save()
  context.translate(left, y)
  context.scale(size / 14, size / 14)
  context.fillStyle = palette[severity]
  context.fill(pathOf(ground))
  if (size >= 8) {
    context.strokeStyle = palette.surface
    context.lineWidth = 1.6
    context.lineCap = 'round'
    context.stroke(pathOf(sign))
  }
  context.restore()
}

/** The ring round a card that is chosen, or that the pointer is on. */
export function drawRing(
  context: CanvasRenderingContext2D,
  { x, y, width, height, radius }: CardMark,
  colour: string,
  lineWidth: number,
): void {
  context.beginPath()
  context.roundRect(x, y, width, height, radius + 0.5)
  context.strokeStyle = colour
  context.lineWidth = lineWidth
  context.setLineDash([])
  context.stroke()
}
