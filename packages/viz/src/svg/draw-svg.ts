import { headCorners } from '../scene/marks/line-marks.ts'
import { trace } from '../scene/marks/trace.ts'
import type { LinesMark, Mark, RectsMark, TextMark } from '../scene/marks/marks.ts'
import type { Size } from '../scene/camera/camera.ts'
import type { Scene } from '../scene/scene.ts'
import type { Palette } from '../tokens/colours.ts'
import { mixed } from '../tokens/mixed.ts'
import { escapeText } from './escape-text.ts'

/** A scene as an SVG document of its own, piece by piece: the same marks in the same order as on the canvas. */
export function* drawSvg(scene: Scene, { width, height }: Size, palette: Palette): Generator<string> {
  const [across, down] = [number(width), number(height)]
  yield `<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${down}" viewBox="0 0 ${across} ${down}" font-family="${escapeText(palette.font)}" text-rendering="geometricPrecision">\n`
  yield `<defs><pattern id="lines45" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path d="M0 0V6" stroke="${palette.hatch}" stroke-width="2"/></pattern></defs>\n`
  yield `<rect width="${across}" height="${down}" fill="${palette.canvas}"/>\n`
  for (const mark of scene.ground) yield draw(mark, palette)
  yield scene.isDim ? `<g opacity="${number(palette.dim)}">\n` : '<g>\n'
  for (const mark of scene.rest) yield draw(mark, palette)
  yield '</g>\n'
  for (const mark of scene.top) yield draw(mark, palette)
  yield '</svg>\n'
}

function draw(mark: Mark, palette: Palette): string {
  switch (mark.kind) {
    case 'rects':
      return drawRects(mark, palette)
    case 'text':
      return drawText(mark, palette)
    case 'lines':
      return drawLines(mark, palette)
    case 'path': {
      const { d, x, y, scale, fill, stroke, lineWidth = 1, alpha } = mark
      const style = `fill="${fill ? palette[fill] : 'none'}"${stroke ? ` stroke="${palette[stroke]}" stroke-width="${number(lineWidth)}" stroke-linecap="round" stroke-linejoin="round"` : ''}${opacity(alpha, palette)}`
      return `<path transform="translate(${number(x)} ${number(y)}) scale(${number(scale)})" d="${d}" ${style}/>\n`
    }
    case 'heads': {
      let d = ''
      for (let i = 0; i < mark.at.length; i += 4)
        d += `M${headCorners(mark.at, i, mark.scale)
          .map(([x, y]) => `${number(x)} ${number(y)}`)
          .join('L')}z`
      return `<path d="${d}" fill="${palette[mark.fill]}"/>\n`
    }
    case 'dots': {
      const style = `fill="${palette[mark.fill]}"${mark.stroke ? ` stroke="${palette[mark.stroke]}" stroke-width="${number(mark.lineWidth ?? 1)}"` : ''}`
      let dots = ''
      for (let i = 0; i < mark.at.length; i += 2)
        dots += `<circle cx="${number(mark.at[i]!)}" cy="${number(mark.at[i + 1]!)}" r="${number(mark.radius)}" ${style}/>\n`
      return dots
    }
  }
}

function drawRects(
  { at, radius, fill, stroke, lineWidth = 1, dash, alpha }: RectsMark,
  palette: Palette,
): string {
  const ground = fill === 'lines45' ? 'url(#lines45)' : fill ? palette[fill] : 'none'
  const rim = stroke ? ` stroke="${palette[stroke]}" stroke-width="${number(lineWidth)}"` : ''
  const style = `fill="${ground}"${rim}${dashes(dash)}${dash ? ' stroke-linecap="round"' : ''}${opacity(alpha, palette)}`
  let rects = ''
  for (let i = 0; i < at.length; i += 4)
    rects += `<rect x="${number(at[i]!)}" y="${number(at[i + 1]!)}" width="${number(Math.max(0, at[i + 2]!))}" height="${number(Math.max(0, at[i + 3]!))}"${radius > 0 ? ` rx="${number(radius)}"` : ''}/>\n`
  return `<g ${style}>\n${rects}</g>\n`
}

function drawText(
  { x, y, text, size, weight, fill, anchor, halo, alpha }: TextMark,
  palette: Palette,
): string {
  const rim = halo
    ? ` stroke="${palette[halo]}" stroke-width="5" stroke-linejoin="round" paint-order="stroke"`
    : ''
  const end = anchor ? ` text-anchor="${anchor}"` : ''
  const strength = alpha === undefined ? '' : ` opacity="${number(palette[alpha])}"`
  return `<text x="${number(x)}" y="${number(y)}" font-size="${number(size)}" font-weight="${weight}" fill="${palette[fill]}"${end}${rim}${strength} xml:space="preserve">${escapeText(text)}</text>\n`
}

function drawLines(mark: LinesMark, palette: Palette): string {
  let paths = ''
  for (const line of mark.lines) {
    let d = ''
    trace(mark, line, {
      moveTo: (x, y) => void (d += `M${number(x)} ${number(y)}`),
      bezierCurveTo: (...points) => void (d += `C${points.map(number).join(' ')}`),
    })
    if (d !== '') paths += `<path d="${d}"/>\n`
  }
  const stroke = mixed(palette[mark.stroke], palette.box2, mark.share ?? 1)
  return `<g fill="none" stroke="${stroke}" stroke-width="${number(mark.lineWidth)}" stroke-linejoin="round"${dashes(mark.dash)}>\n${paths}</g>\n`
}

function opacity(alpha: RectsMark['alpha'], palette: Palette): string {
  const strength = typeof alpha === 'string' ? palette[alpha] : (alpha ?? 1)
  return strength === 1 ? '' : ` opacity="${number(strength)}"`
}

const dashes = (dash: readonly number[] | undefined): string =>
  dash ? ` stroke-dasharray="${dash.join(' ')}"` : ''

/** To a hundredth of a pixel. */
const number = (value: number): string => String(Math.round(value * 100) / 100)
