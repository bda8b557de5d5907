import type { Transform } from '../scene/camera.ts'
import type { Rect } from '../scene/picture.ts'
import { ICONS } from '../tokens/icons.ts'
import type { Palette } from './palette.ts'

const TITLE = 'Outside this run'

/** The ground of what other integrations declare: hatched, with a dotted line around it. */
export function drawLane(
  context: CanvasRenderingContext2D,
  lane: Rect,
  { x, y, k }: Transform,
  palette: Palette,
): void {
  const box = [lane.x * k + x, lane.y * k + y, lane.width * k, lane.height * k] as const
  context.save()
  context.beginPath()
  context.roundRect(...box, 9 * Math.min(1, k))
  if (k >= 0.2) {
    context.fillStyle = hatch(context, palette)
    context.fill()
  }
  context.strokeStyle = palette.line2
  context.lineWidth = 1
  context.lineCap = 'round'
  context.setLineDash([1.5, 3])
  context.stroke()
  context.setLineDash([])
  if (k >= 0.45) drawTitle(context, box[0] + 21 * k, box[1] + 20 * Math.max(k, 0.7), palette)
  context.restore()
}

function drawTitle(context: CanvasRenderingContext2D, x: number, y: number, palette: Palette): void {
  context.font = `600 11px ${palette.font}`
  context.fillStyle = palette.ink2
  context.fillText(TITLE, x + 19, y)
  context.translate(x, y - 10)
  context.scale(13 / 24, 13 / 24)
  context.strokeStyle = palette.external
  context.lineWidth = 2
  context.stroke(new Path2D(ICONS.globe))
}

const tiles = new Map<string, CanvasPattern | string>()

/** Lines of 2 pixels at 45°, 6 apart: a pattern in the context's own dots, made once for each colour. */
function hatch(context: CanvasRenderingContext2D, { hatch: colour }: Palette): CanvasPattern | string {
  const known = tiles.get(colour)
  if (known) return known
  const side = 6 * Math.SQRT2 * 2
  const tile = new OffscreenCanvas(Math.round(side), Math.round(side))
  const brush = tile.getContext('2d')!
  brush.strokeStyle = colour
  brush.lineWidth = 2
  for (let shift = -side; shift <= 2 * side; shift += Math.round(side) / 2) {
    brush.moveTo(shift, -1)
    brush.lineTo(shift + Math.round(side) + 2, Math.round(side) + 1)
  }
  brush.stroke()
  const pattern = context.createPattern(tile, 'repeat') ?? colour
  tiles.set(colour, pattern)
  return pattern
}
