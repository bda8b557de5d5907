import type { Camera } from '../../state/view.ts'
import { COLOURS, type Colour } from '../../tokens/colours.ts'
import { toTransform } from '../camera/camera.ts'
import { FORMS, ROLES, type Rect } from '../picture/picture.ts'
import type { Prepared } from '../picture/prepared.ts'
import type { Light } from './light-up.ts'
import type { Mark } from './marks.ts'
import { startSheet, type RectStyle } from './sheet.ts'

/** How large the picture in the minimap is, CSS pixels. */
export const MINIMAP_PICTURE = { width: 154, height: 82 } as const
const PAD = 4

const BOX: RectStyle = { radius: 0, stroke: 'line2', lineWidth: 0.75 }
const CHOSEN_BOX: RectStyle = { radius: 0, stroke: 'accent', lineWidth: 1.5 }
const stylesWith = (alpha: number): Readonly<Record<Colour, RectStyle>> =>
  Object.fromEntries(COLOURS.map((fill) => [fill, { radius: 0, fill, alpha }])) as Record<Colour, RectStyle>
const [FULL, HALF] = [stylesWith(1), stylesWith(0.55)]

/** The camera that shows all of a picture in the minimap. */
export function wholeInMinimap({ x, y, width, height }: Rect): Camera {
  const k = Math.min((MINIMAP_PICTURE.width - 2 * PAD) / width, (MINIMAP_PICTURE.height - 2 * PAD) / height)
  return { x: x + width / 2, y: y + height / 2, k: Number.isFinite(k) ? Math.min(0.25, k) : 0.1 }
}

/** The things of a picture, small. Of the many that fall on one dot, one is drawn. O(n). */
export function minimapMarks(picture: Prepared, light: Light | null, chosen: ReadonlySet<number>): Mark[] {
  const { x, y, k } = toTransform(wholeInMinimap(picture.bounds), MINIMAP_PICTURE)
  const { things } = picture
  const sheet = startSheet()
  const taken = new Uint8Array(MINIMAP_PICTURE.width * MINIMAP_PICTURE.height * 4)
  for (let card = 0; card < things.count; card++) {
    const left = things.x[card]! * k + x
    const top = things.y[card]! * k + y
    const width = Math.max(1, things.width[card]! * k)
    const height = Math.max(1, things.height[card]! * k)
    if (FORMS[things.forms[card]!] === 'box') {
      sheet.rect(0, chosen.has(card) ? CHOSEN_BOX : BOX, left, top, width, height)
      continue
    }
    const isLit = light ? light.cards[card] === 1 : chosen.has(card)
    const isHome: boolean = card === picture.focus
    const dot =
      (Math.floor(top) * MINIMAP_PICTURE.width + Math.floor(left)) * 4 + (isHome ? 0 : isLit ? 1 : 2)
    if (width <= 1 && taken[dot] === 1) continue
    if (width <= 1) taken[dot] = 1
    const isGhost = ROLES[things.roles[card]!] === 'ghost'
    const fill: Colour = isHome
      ? 'ink1'
      : isLit
        ? light?.circle
          ? 'error'
          : 'accent'
        : isGhost
          ? 'missing'
          : light
            ? 'line2'
            : 'edge'
    const isFull = isLit || light !== null || isHome
    sheet.rect(isLit ? 2 : 1, (isFull ? FULL : HALF)[fill], left, top, width, height)
  }
  return sheet.marks()
}
