import { ICONS } from '../tokens/icons.ts'
import { lookOf } from '../tokens/looks.ts'
import type { Colour } from '../tokens/colours.ts'
import type { Mark } from './marks.ts'
import { BOX } from './measures.ts'
import type { Picture } from './picture.ts'
import { startPlaces } from './places-taken.ts'
import { startSheet } from './sheet.ts'
import { badgeOf } from './badge-marks.ts'
import type { Pen } from './pen.ts'

/** The ground inside a box; of what stands in none, the canvas. Ground rises by depth. */
export const groundIn = ({ things }: Picture, box: number): Colour =>
  box < 0 ? 'canvas' : things.depth[box] === 0 ? 'box1' : things.depth[box] === 1 ? 'box2' : 'surface'

/** Below this height of its header, CSS pixels, a box has its name over what is in it, where there is room. */
const LEAST_HEADER = 11

/** The grounds of open containers from the outside in. @param boxes in the order of the picture. */
export function boxMarks({ picture, transform }: Pen, boxes: readonly number[]): Mark[] {
  const { k } = transform
  const { things } = picture
  const sheet = startSheet()
  for (const box of boxes) {
    const [x, y] = [things.x[box]! * k + transform.x, things.y[box]! * k + transform.y]
    const [width, height] = [things.width[box]! * k, things.height[box]! * k]
    const style = {
      fill: groundIn(picture, box),
      stroke: 'line2',
      lineWidth: 1,
      radius: 9 * Math.min(1, k),
    } as const
    sheet.rect(things.depth[box]!, style, x + 0.5, y + 0.5, width - 1, height - 1)
  }
  return sheet.marks()
}

/** The headers of open containers: what leads through one does not cross its words. */
export function headerMarks(pen: Pen, boxes: readonly number[]): Mark[] {
  const { picture, transform, fitter } = pen
  const { k } = transform
  const { things } = picture
  const head = BOX.head * k
  if (head < LEAST_HEADER) return farNames(pen, boxes)
  const sheet = startSheet()
  for (const box of boxes) {
    const [x, y] = [things.x[box]! * k + transform.x, things.y[box]! * k + transform.y]
    const width = things.width[box]! * k
    const halo = groundIn(picture, box)
    // The header stays at the size of its text: on the screen, not in the world.
    const scale = Math.max(0.75, Math.min(k, 1.25))
    const isSmall = head < BOX.small
    const middle = y + head / 2
    const left = x + (isSmall ? 6 : 12 * scale)
    const size = isSmall ? 10 : 14 * scale
    const look = lookOf(things.sorts[box]!)
    sheet.path({
      ...{
        d: ICONS[look.icon],
        x: left,
        y: middle - size / 2,
        scale: size / 24,
        stroke: look.hue,
        lineWidth: 2,
      },
    })
    const titleSize = Math.max(11, 12 * scale)
    const textX = left + size + 5
    const badge = badgeOf(picture, box)
    const hasToggle = things.opens[box] === 1 && !isSmall
    const end = x + width - (hasToggle ? 30 * scale : 8) - (badge ? 36 : 0)
    const title = fitter.fit(things.titles[box]!, end - textX, titleSize, 600, picture.tellingFrom[box])
    sheet.text({ x: textX, y: middle + 4, text: title, size: titleSize, weight: 600, fill: 'ink1', halo })
    const placeX = textX + fitter.width(title, titleSize, 600) + 8
    if (title === things.titles[box] && fitter.width(things.places[box]!, 11, 400) <= end - placeX)
      sheet.text({
        x: placeX,
        y: middle + 4,
        text: things.places[box]!,
        size: 11,
        weight: 400,
        fill: 'ink3',
        halo,
      })
    if (hasToggle)
      sheet.path({
        ...{ d: ICONS.minus, x: x + width - 24 * scale, y: middle - 6.5, scale: 13 / 24 },
        ...{ stroke: 'ink3', lineWidth: 2 },
      })
  }
  return sheet.marks()
}

/** The smallest box that says its name from far off, CSS pixels. */
const LEAST_FAR = { width: 40, height: 18 } as const

/** The names of boxes whose headers are too low for them: in a corner or in the middle, outer boxes first, none on another. */
function farNames({ picture, transform, fitter }: Pen, boxes: readonly number[]): Mark[] {
  const { things } = picture
  const { x, y, k } = transform
  const places = startPlaces()
  const sheet = startSheet()
  for (const box of boxes) {
    const [width, height] = [things.width[box]! * k, things.height[box]! * k]
    if (width < LEAST_FAR.width || height < LEAST_FAR.height) continue
    const [left, top] = [things.x[box]! * k + x, things.y[box]! * k + y]
    const text = fitter.fit(things.titles[box]!, width - 8, 11, 600, picture.tellingFrom[box])
    const half = fitter.width(text, 11, 600) / 2
    for (const [cx, cy] of [
      [left + 4 + half, top + 9],
      [left + width / 2, top + height / 2],
    ] as const) {
      if (text === '' || !places.isFree(cx - half - 2, cy - 8, cx + half + 2, cy + 8)) continue
      places.take(cx - half - 2, cy - 8, cx + half + 2, cy + 8)
      const at = { x: cx, y: cy + 4, anchor: 'middle' } as const
      sheet.text({ ...at, text, size: 11, weight: 600, fill: 'ink1', halo: groundIn(picture, box) })
      break
    }
  }
  return sheet.marks()
}
