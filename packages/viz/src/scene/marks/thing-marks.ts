import { beforeBadge } from './badge-of.ts'
import { drawCard } from './card-marks.ts'
import { detailAt, drawnRect, formOf, tellsInside, tellsPlace, textScale, type Detail } from './detail.ts'
import { drawFlat, drawFlatName } from './flat-marks.ts'
import { drawIcon, inkOf } from './icon-marks.ts'
import type { Light } from './light-up.ts'
import { nameLineOf, nameMiddle, weightOf } from './name-line.ts'
import { CARD, CONTAINER, NAME_LINE, SHEETS, WAFFLE } from '../picture/measures.ts'
import { ROLES, type Role } from '../picture/picture.ts'
import type { Pen } from './pen.ts'
import { drawSecondLine } from './second-line.ts'
import type { RectStyle, Sheet } from './sheet.ts'
import { drawColumns, type At } from './tile-columns.ts'
import { drawWaffle } from './waffle-marks.ts'

/** Draws a closed thing: a container, a tile, a card or a stack. @param light null where nothing is lit. */
export function drawThing(sheet: Sheet, pen: Pen, thing: number, light: Light | null): void {
  const { picture, transform } = pen
  const detail = detailAt(transform.k)
  const rect = drawnRect(picture, thing, detail)
  const at = {
    x: rect.x * transform.k + transform.x,
    y: rect.y * transform.k + transform.y,
    width: rect.width * transform.k,
    height: rect.height * transform.k,
  }
  const role = ROLES[picture.things.roles[thing]!]!
  if (detail === 'tile') {
    drawFlat(sheet, at, role)
    drawFlatName(sheet, pen, thing, at)
    return
  }
  const form = formOf(picture, thing)
  drawOutline(
    sheet,
    at,
    role,
    form === 'stack' ? transform.k : 0,
    radiusOf(form === 'tile' ? 5 : CARD.radius, transform.k),
  )
  if (detail === 'name') drawName(sheet, pen, thing, at)
  else if (form === 'container') drawContainer(sheet, pen, thing, at)
  else if (form === 'tile') drawTile(sheet, pen, thing, at, detail)
  else drawCard(sheet, pen, thing, at, light)
}

const radiusOf = (radius: number, k: number): number => Math.min(radius * 1.5, radius * k + 1)

/** Declared here, somewhere else, or nowhere: each has its own outline, on its own ground. */
const OUTLINES: Readonly<Record<Role, Omit<RectStyle, 'radius'>>> = {
  declared: { fill: 'surface', stroke: 'line2', lineWidth: 1 },
  outside: { fill: 'canvas', stroke: 'external', lineWidth: 1.25, dash: [1.5, 3] },
  ghost: { fill: 'canvas', stroke: 'missing', lineWidth: 1, dash: [5, 4] },
}

function drawOutline(
  sheet: Sheet,
  { x, y, width, height }: At,
  role: Role,
  sheets: number,
  radius: number,
): void {
  const style: RectStyle = { ...OUTLINES[role], radius }
  for (const [stage, shift] of [
    [0, SHEETS],
    [1, SHEETS / 2],
    [2, 0],
  ] as const)
    if (shift === 0 || sheets > 0)
      sheet.rect(stage, style, x + 0.5 + shift * sheets, y + 0.5 + shift * sheets, width - 1, height - 1)
}

/**
 * The name at the least size, whatever the scale, with the icon, or alone where it is worth more than that. Of a
 * container what is in it too, and of a card where it is, where there is room for that.
 */
function drawName(sheet: Sheet, pen: Pen, thing: number, { x, y, width, height }: At): void {
  const { transform, picture, fitter } = pen
  const form = formOf(picture, thing)
  const isTold = form === 'container' && tellsInside(transform.k)
  const hasPlace = tellsPlace(picture, thing, transform.k)
  const middle = isTold ? y + 11 : nameMiddle(pen, thing, y, height)
  const { left, icon, textX, end } = nameLineOf(pen, thing, x, width, height)
  if (icon > 0) drawIcon(sheet, pen, thing, left, (hasPlace ? y + height / 2 : middle) - icon / 2, icon)
  const weight = weightOf(pen, thing)
  const name = picture.things.titles[thing]!
  sheet.text({
    ...{ x: textX, y: middle + 4, size: 11, weight, fill: inkOf(pen, thing) },
    text: fitter.fit(name, end - textX, 11, weight, picture.telling(thing)),
  })
  if (isTold || hasPlace) drawSecondLine(sheet, pen, thing)
  if (isTold)
    drawWaffle(sheet, pen, thing, x, y, Math.max(UNDER_TEXT, (CONTAINER.head - 4) * transform.k), height)
}

/** From the top of a container that says two lines at the least size to its waffle, CSS pixels. */
const UNDER_TEXT = 36

function drawTile(sheet: Sheet, pen: Pen, thing: number, { x, y, width, height }: At, detail: Detail): void {
  const { k } = pen.transform
  const scale = textScale(pen.picture, k)
  const { titles, places } = pen.picture.things
  const size = Math.max(11, 11 * scale)
  const hasPlace = detail === 'more' && places[thing] !== ''
  const middle = y + (hasPlace ? NAME_LINE * scale : height / 2)
  const textX = x + 25 * scale
  drawIcon(sheet, pen, thing, x + 8 * scale, middle - 6 * scale, 12 * scale)
  const room = x + width - 8 * scale - textX
  sheet.text({
    x: textX,
    y: middle + 4 * scale,
    text: pen.fitter.fit(
      titles[thing]!,
      room - beforeBadge(pen, thing),
      size,
      400,
      pen.picture.telling(thing),
    ),
    ...{ size, weight: 400, fill: inkOf(pen, thing) },
  })
  if (!hasPlace) return
  const columns = pen.columns.get(pen.picture.things.keys[thing]!)
  const top = y + 2 * NAME_LINE * scale
  if (columns)
    drawColumns(sheet, pen, thing, columns, {
      x: x + 8 * scale,
      y: top,
      width: room + 17 * scale,
      height: y + height - top,
    })
  else
    sheet.text({
      ...{
        x: textX,
        y: top + 11,
        text: pen.fitter.fit(places[thing]!, room, 11, 400),
        size: 11,
        weight: 400,
      },
      fill: 'ink3',
    })
}

function drawContainer(sheet: Sheet, pen: Pen, thing: number, { x, y, width, height }: At): void {
  const { picture, fitter, transform } = pen
  const { k } = transform
  const scale = textScale(picture, k)
  const { titles } = picture.things
  const left = x + WAFFLE.inside * k
  drawIcon(sheet, pen, thing, left, y + 10 * scale, 14 * scale)
  const textX = left + 19 * scale
  const room = x + width - (picture.focus === thing ? 36 : 10) * k - textX
  const size = Math.max(11, 12 * scale)
  sheet.text({
    ...{ x: textX, y: y + 21 * scale, size, weight: 600, fill: inkOf(pen, thing) },
    text: fitter.fit(titles[thing]!, room, size, 600, picture.telling(thing)),
  })
  drawSecondLine(sheet, pen, thing)
  drawWaffle(sheet, pen, thing, x, y, (CONTAINER.head - 4) * scale, height)
}
