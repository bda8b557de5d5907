import { ICONS } from '../../tokens/icons.ts'
import { lookOf } from '../../tokens/looks.ts'
import type { Colour } from '../../tokens/colours.ts'
import type { Light } from './light-up.ts'
import type { Mark } from './marks.ts'
import { drawSeverity } from './badge-marks.ts'
import { emptiedWords } from './emptied-words.ts'
import { headerOf } from './header.ts'
import { hatchAt, LANE_DASH } from './lane-marks.ts'
import { BOX } from '../picture/measures.ts'
import { ROLES, type Picture } from '../picture/picture.ts'
import { startSheet, type RectStyle } from './sheet.ts'
import { placeText } from './second-line.ts'
import type { Pen } from './pen.ts'

const isOutside = ({ things }: Picture, box: number): boolean => ROLES[things.roles[box]!] === 'outside'

/** The ground inside a box; of what stands in none or outside, the canvas. Ground rises by depth. */
export const groundIn = (picture: Picture, box: number): Colour =>
  box < 0 || isOutside(picture, box) ? 'canvas' : groundOfDepth(picture, box)

const groundOfDepth = ({ things }: Picture, box: number): Colour =>
  things.depth[box] === 0 ? 'box1' : things.depth[box] === 1 ? 'box2' : 'surface'

/** The grounds of open containers from the outside in; the outlines of those with nothing lit in them are dim. @param boxes in the order of the picture. @param isLit `litBoxes`. */
export function boxMarks(
  { picture, transform }: Pick<Pen, 'picture' | 'transform'>,
  boxes: readonly number[],
  isLit: (box: number) => boolean,
): Mark[] {
  const { k } = transform
  const { things } = picture
  const sheet = startSheet()
  for (const box of boxes) {
    const [x, y] = [things.x[box]! * k + transform.x, things.y[box]! * k + transform.y]
    const [width, height] = [things.width[box]! * k, things.height[box]! * k]
    const [outside, around] = [isOutside(picture, box), things.box[box]!]
    const radius = 9 * Math.min(1, k)
    // Hatched as the lane is; what stands in it is so already.
    const fill = !outside || (around >= 0 && isOutside(picture, around)) ? groundIn(picture, box) : hatchAt(k)
    const outline: RectStyle = { stroke: 'line2', lineWidth: 1, radius, ...(outside && { dash: LANE_DASH }) }
    const styles: RectStyle[] = isLit(box)
      ? [{ ...outline, fill }]
      : [
          { fill, radius },
          { ...outline, alpha: 'dim' },
        ]
    for (const style of styles) sheet.rect(things.depth[box]!, style, x + 0.5, y + 0.5, width - 1, height - 1)
  }
  return sheet.marks()
}

/** What the ground in a header leaves to the outline of its box, CSS pixels: the pixels that it takes a part of, and its corner at the left. */
const [OUTLINE, CORNER] = [2, 4]

/** The headers of open containers, on ground of their own: what leads through one does not cross its words; and what those say inside of which nothing is left. */
export function headerMarks(pen: Pen, boxes: readonly number[], isLit: (box: number) => boolean): Mark[] {
  const { picture, transform } = pen
  const sheet = startSheet()
  for (const box of boxes) {
    const header = headerOf(pen, box)
    if (!header) continue
    const { middle, icon, title, mark, place, right, toggle } = header
    const told = place ? placeText(pen, box, place) : ''
    const end =
      place && told !== ''
        ? place.x + pen.fitter.width(told, place.size, 400)
        : mark
          ? mark.x + mark.size
          : title.x + pen.fitter.width(title.text, title.size, 600)
    const ground = { radius: 0, fill: groundIn(picture, box) } as const
    const side = picture.things.x[box]! * transform.k + transform.x
    const start = Math.max(icon.x - 3, side + CORNER)
    const begin = picture.things.y[box]! * transform.k + transform.y + OUTLINE
    const foot = begin - 2 * OUTLINE + BOX.head * transform.k
    // Of a low header no more than is within the outline, and above the outlines of what is inside and the lines beside these.
    const top = Math.max(middle - 8, begin)
    sheet.rect(0, ground, start, top, end + 3 - start, Math.min(middle + 8, foot) - top)
    // A line beside the `−` would make another sign of it, and one above or below the icon a stem: all the height is free.
    const free = (from: number, to: number): void =>
      sheet.rect(0, ground, from, begin, to - from, foot - begin)
    if (right) free(right.from, right.to)
    if (picture.direction === 'down') free(start, icon.x + icon.size + 3)
    const alpha = isLit(box) ? undefined : 'dim'
    const look = lookOf(picture.things.sorts[box]!)
    sheet.path({
      ...{ d: ICONS[look.icon], x: icon.x, y: middle - icon.size / 2, scale: icon.size / 24 },
      ...{ stroke: look.hue, lineWidth: 2, alpha },
    })
    const y = middle + 4
    sheet.text({ x: title.x, y, text: title.text, size: title.size, weight: 600, fill: 'ink1', alpha })
    if (mark) drawSeverity(sheet, mark.severity, mark.x, middle - mark.size / 2, mark.size)
    if (place) sheet.text({ x: place.x, y, text: told, size: place.size, weight: 400, fill: 'ink3', alpha })
    const emptied = emptiedWords(pen, box)
    if (emptied) sheet.text({ ...emptied, weight: 400, fill: 'ink3', anchor: 'middle', alpha })
    if (toggle !== null)
      sheet.path({
        ...{ d: ICONS.minus, x: toggle, y: middle - 6.5, scale: 13 / 24 },
        ...{ stroke: 'ink3', lineWidth: 2, alpha },
      })
  }
  return sheet.marks()
}

/** Where something is lit, boxes with nothing lit in them are dimmed; ghosts never are. */
export function litBoxes({ things }: Picture, light: Light | null): (box: number) => boolean {
  if (!light) return () => true
  const isLit = light.cards.slice()
  // A box stands before what is in it.
  for (let thing = things.count - 1; thing >= 0; thing--)
    if (isLit[thing] === 1 && things.box[thing]! >= 0) isLit[things.box[thing]!] = 1
  return (box) => isLit[box] === 1 || ROLES[things.roles[box]!] === 'ghost'
}
