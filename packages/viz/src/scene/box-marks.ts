import { ICONS } from '../tokens/icons.ts'
import { lookOf } from '../tokens/looks.ts'
import type { Colour } from '../tokens/colours.ts'
import type { Mark } from './marks.ts'
import { BOX } from './measures.ts'
import type { Picture } from './picture.ts'
import { startSheet } from './sheet.ts'
import { badgeOf } from './badge-marks.ts'
import type { Pen } from './pen.ts'

/** The ground inside a box; of what stands in none, the canvas. Ground rises by depth. */
export const groundIn = ({ things }: Picture, box: number): Colour =>
  box < 0 ? 'canvas' : things.depth[box] === 0 ? 'box1' : things.depth[box] === 1 ? 'box2' : 'surface'

/** Below this height of its header a box has its name in its middle, over the flat tiles, where there is room. */
const LEAST_HEADER = 11

/** Draws open containers from the outside in, and their headers. @param boxes in the order of the picture. */
export function boxMarks(pen: Pen, boxes: readonly number[]): Mark[] {
  const { picture, transform, fitter } = pen
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
    const head = BOX.head * k
    if (head < LEAST_HEADER) continue
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
    const title = fitter.fit(things.titles[box]!, end - textX, titleSize, 600)
    sheet.text({ x: textX, y: middle + 4, text: title, size: titleSize, weight: 600, fill: 'ink1' })
    const placeX = textX + fitter.width(title, titleSize, 600) + 8
    if (title === things.titles[box] && fitter.width(things.places[box]!, 11, 400) <= end - placeX)
      sheet.text({ x: placeX, y: middle + 4, text: things.places[box]!, size: 11, weight: 400, fill: 'ink3' })
    if (hasToggle)
      sheet.path({
        ...{ d: ICONS.minus, x: x + width - 24 * scale, y: middle - 6.5, scale: 13 / 24 },
        ...{ stroke: 'ink3', lineWidth: 2 },
      })
  }
  return sheet.marks()
}
