import type { LinesMark, Mark, RectsMark, TextMark } from '../scene/marks/marks.ts'
import { headCorners } from '../scene/marks/line-marks.ts'
import { trace } from '../scene/marks/trace.ts'
import type { Palette } from '../tokens/colours.ts'
import { mixed } from '../tokens/mixed.ts'
import { hatchOf } from './hatch.ts'
import { paintSpecks } from './paint-specks.ts'

const paths = new Map<string, Path2D>()

/** A path is parsed once. */
function pathOf(d: string): Path2D {
  let path = paths.get(d)
  if (!path) paths.set(d, (path = new Path2D(d)))
  return path
}

/** Paints marks in their order. One unit of the context is a CSS pixel. */
export function paint(context: CanvasRenderingContext2D, marks: readonly Mark[], palette: Palette): void {
  context.lineJoin = 'round'
  // Else a screen of one dot a pixel draws letters whole pixels apart, and a text wider than it was measured.
  context.textRendering = 'geometricPrecision'
  let font = ''
  for (const mark of marks)
    switch (mark.kind) {
      case 'text': {
        const wanted = `${mark.weight} ${mark.size}px ${palette.font}`
        // Setting a font is slow, also when it is the same.
        if (wanted !== font) context.font = font = wanted
        paintText(context, mark, palette)
        break
      }
      case 'rects':
        paintRects(context, mark, palette)
        break
      case 'lines':
        paintLines(context, mark, palette)
        break
      case 'path': {
        context.save()
        context.translate(mark.x, mark.y)
        context.scale(mark.scale, mark.scale)
        if (mark.alpha !== undefined)
          context.globalAlpha = typeof mark.alpha === 'number' ? mark.alpha : palette[mark.alpha]
        if (mark.fill) {
          context.fillStyle = palette[mark.fill]
          context.fill(pathOf(mark.d))
        }
        if (mark.stroke) {
          context.strokeStyle = palette[mark.stroke]
          context.lineWidth = mark.lineWidth ?? 1
          context.lineCap = 'round'
          context.stroke(pathOf(mark.d))
        }
        context.restore()
        break
      }
      case 'heads':
        context.fillStyle = palette[mark.fill]
        context.beginPath()
        for (let i = 0; i < mark.at.length; i += 4) {
          const [tip, one, other] = headCorners(mark.at, i, mark.scale)
          context.moveTo(...tip!)
          context.lineTo(...one!)
          context.lineTo(...other!)
        }
        context.fill()
        break
      case 'dots':
        context.beginPath()
        for (let i = 0; i < mark.at.length; i += 2) {
          context.moveTo(mark.at[i]! + mark.radius, mark.at[i + 1]!)
          context.arc(mark.at[i]!, mark.at[i + 1]!, mark.radius, 0, 2 * Math.PI)
        }
        context.fillStyle = palette[mark.fill]
        context.fill()
        if (!mark.stroke) break
        context.strokeStyle = palette[mark.stroke]
        context.lineWidth = mark.lineWidth ?? 1
        context.stroke()
    }
}

function paintText(context: CanvasRenderingContext2D, mark: TextMark, palette: Palette): void {
  const { x, y, text, fill, anchor, halo, alpha } = mark
  context.textAlign = anchor === 'middle' ? 'center' : anchor === 'end' ? 'right' : 'left'
  if (alpha !== undefined) context.globalAlpha = palette[alpha]
  if (halo) {
    context.strokeStyle = palette[halo]
    context.lineWidth = HALO
    context.strokeText(text, x, y)
  }
  context.fillStyle = palette[fill]
  context.fillText(text, x, y)
  if (alpha !== undefined) context.globalAlpha = 1
}

/** The rim of a text, CSS pixels. */
const HALO = 5

function paintRects(context: CanvasRenderingContext2D, mark: RectsMark, palette: Palette): void {
  const { at, radius, fill, stroke, lineWidth = 1, dash, alpha = 1 } = mark
  if (radius === 0 && !stroke && fill && fill !== 'lines45' && typeof alpha === 'number') {
    context.globalAlpha = alpha
    if (at.length > 4 * MOST_FILLED) paintSpecks(context, at, palette[fill])
    else {
      context.fillStyle = palette[fill]
      for (let i = 0; i < at.length; i += 4) context.fillRect(at[i]!, at[i + 1]!, at[i + 2]!, at[i + 3]!)
    }
    context.globalAlpha = 1
    return
  }
  context.beginPath()
  for (let i = 0; i < at.length; i += 4)
    if (radius > 0) context.roundRect(at[i]!, at[i + 1]!, at[i + 2]!, at[i + 3]!, radius)
    else context.rect(at[i]!, at[i + 1]!, at[i + 2]!, at[i + 3]!)
  context.globalAlpha = typeof alpha === 'number' ? alpha : palette[alpha]
  if (fill) {
    context.fillStyle = fill === 'lines45' ? hatchOf(context, palette) : palette[fill]
    context.fill()
  }
  if (stroke) {
    context.strokeStyle = palette[stroke]
    context.lineWidth = lineWidth
    context.lineCap = dash ? 'round' : 'butt'
    context.setLineDash((dash ?? []) as number[])
    context.stroke()
    if (dash) context.setLineDash([])
  }
  context.globalAlpha = 1
}

/** With more rectangles than this it is faster to paint them dot by dot. */
const MOST_FILLED = 2000

function paintLines(context: CanvasRenderingContext2D, mark: LinesMark, palette: Palette): void {
  context.beginPath()
  for (const line of mark.lines) trace(mark, line, context)
  context.strokeStyle = mixed(palette[mark.stroke], palette.box2, mark.share ?? 1)
  context.lineWidth = mark.lineWidth
  context.lineCap = 'butt'
  if (mark.dash) context.setLineDash(mark.dash as number[])
  context.stroke()
  if (mark.dash) context.setLineDash([])
}
