import { ICONS } from '../tokens/icons.ts'
import { lookOf } from '../tokens/looks.ts'
import type { Colour } from '../tokens/colours.ts'
import { detailAt, drawnRect, formOf, linesIn, type Detail } from './detail.ts'
import type { Light } from './light-up.ts'
import { badgeOf, drawSeverity, flatBadgeSize } from './badge-marks.ts'
import { CARD, CONTAINER, INSIDE, LARGEST_MAP_TEXT, NAME_LINE, ROW } from './measures.ts'
import { MARKS, ROLES, type Role } from './picture.ts'
import type { Pen } from './pen.ts'
import { placeText, secondLineOf } from './second-line.ts'
import type { RectStyle, Sheet } from './sheet.ts'
import { drawColumns, type At } from './tile-columns.ts'
import { drawWaffle } from './waffle-marks.ts'

/** CSS pixels: a lower tile is but a speck, and takes the ink of the lines to be seen among them. */
const SPECK = 5

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

const FLAT: Readonly<Record<Role, RectStyle>> = {
  declared: { radius: 0, fill: 'line2' },
  outside: { radius: 0, fill: 'hatch', stroke: 'external', lineWidth: 0.75 },
  ghost: { radius: 0, fill: 'canvas', stroke: 'missing', lineWidth: 1 },
}
const SPECKS: Readonly<Record<Role, RectStyle>> = {
  declared: { radius: 0, fill: 'edge' },
  outside: { radius: 0, fill: 'edge' },
  ghost: { radius: 0, fill: 'missing' },
}

function drawFlat(sheet: Sheet, { x, y, width, height }: At, role: Role): void {
  const style = (height < SPECK ? SPECKS : FLAT)[role]
  sheet.rect(0, style, x, y, Math.max(2, width), Math.max(1.5, height))
}

/** The narrowest flat thing that says its name, CSS pixels. */
const LEAST_NAMED = 36

/** A flat thing says its name where that has room. */
function drawFlatName(sheet: Sheet, pen: Pen, thing: number, { x, y, width, height }: At): void {
  const lines = linesIn(height)
  if (lines === 0 || width < LEAST_NAMED) return
  const room = width - 8 - (badgeOf(pen.picture, thing) ? flatBadgeSize(pen.transform.k) + 3 : 0)
  const isGhost = ROLES[pen.picture.things.roles[thing]!] === 'ghost'
  sheet.text({
    ...{ x: x + 4, y: (lines === 1 ? y + height / 2 : y + 9) + 4, size: 11, weight: 400 },
    text: pen.fitter.fit(pen.picture.things.titles[thing]!, room, 11, 400, pen.picture.tellingFrom[thing]),
    fill: isGhost ? 'missing' : 'ink2',
  })
}

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
    [0, 8],
    [1, 4],
    [2, 0],
  ] as const)
    if (shift === 0 || sheets > 0)
      sheet.rect(stage, style, x + 0.5 + shift * sheets, y + 0.5 + shift * sheets, width - 1, height - 1)
}

/** Where the text of a thing ends: before its badge. */
const beforeBadge = ({ picture, fitter, transform: { k } }: Pen, thing: number): number => {
  const badge = badgeOf(picture, thing)
  return badge === null
    ? 0
    : 13 * k + 4 + (badge.count > 1 ? fitter.width(String(badge.count), 11, 400) + 3 : 0)
}

function icon(sheet: Sheet, pen: Pen, thing: number, x: number, y: number, size: number): void {
  const { picture } = pen
  const look = lookOf(picture.things.sorts[thing]!)
  const isGhost = ROLES[picture.things.roles[thing]!] === 'ghost'
  sheet.path({
    d: ICONS[isGhost ? 'ghost' : look.icon],
    ...{ x, y, scale: size / 24, stroke: isGhost ? 'missing' : look.hue, lineWidth: 2 },
  })
}

const inkOf = ({ picture }: Pen, thing: number): Colour =>
  ROLES[picture.things.roles[thing]!] === 'ghost' ? 'missing' : 'ink1'

/**
 * The name at the least size, whatever the scale, and of a container what is in it, as far as there is room. The name is worth more than the
 * icon: where it would be cut, it stands alone.
 */
function drawName(sheet: Sheet, pen: Pen, thing: number, { x, y, width, height }: At): void {
  const { transform, picture, fitter } = pen
  const form = formOf(picture, thing)
  const isTold = form === 'container' && linesIn(height) === 2
  const size = Math.min(12, height - 6)
  const left = x + (form === 'tile' ? 6 : 8) * transform.k
  const middle = isTold ? y + 11 : y + height / 2
  const weight = form === 'tile' ? 400 : 600
  const end = x + width - 4 - (picture.focus === thing && !isTold ? 24 : 0)
  const name = picture.things.titles[thing]!
  const hasIcon = fitter.width(name, 11, weight) <= end - left - size - 4
  if (hasIcon) icon(sheet, pen, thing, left, middle - size / 2, size)
  const textX = hasIcon ? left + size + 4 : left
  sheet.text({
    ...{ x: textX, y: middle + 4, size: 11, weight, fill: inkOf(pen, thing) },
    text: fitter.fit(name, end - textX, 11, weight, picture.tellingFrom[thing]),
  })
  if (!isTold) return
  drawSecondLine(sheet, pen, thing)
  drawWaffle(sheet, pen, thing, x, y, Math.max(UNDER_TEXT, (CONTAINER.head - 4) * transform.k), height)
}

/** Where a thing is, or what is in it; nothing where it is told how much of that differs. */
function drawSecondLine(sheet: Sheet, pen: Pen, thing: number): void {
  const line = secondLineOf(pen, thing)
  if (!line || pen.picture.differenceOf?.(thing).within) return
  const { x, y, size } = line
  sheet.text({ x, y, size, weight: 400, fill: 'ink3', text: placeText(pen, thing, line) })
}

/** From the top of a container that says two lines at the least size to its waffle, CSS pixels. */
const UNDER_TEXT = 36

function drawTile(sheet: Sheet, pen: Pen, thing: number, { x, y, width, height }: At, detail: Detail): void {
  const { k } = pen.transform
  const scale = Math.min(k, LARGEST_MAP_TEXT)
  const { titles, places } = pen.picture.things
  const size = Math.max(11, 11 * scale)
  const hasPlace = detail === 'more' && places[thing] !== ''
  const middle = y + (hasPlace ? NAME_LINE * scale : height / 2)
  const textX = x + 25 * scale
  icon(sheet, pen, thing, x + 8 * scale, middle - 6 * scale, 12 * scale)
  const room = x + width - 8 * scale - textX
  sheet.text({
    x: textX,
    y: middle + 4 * scale,
    text: pen.fitter.fit(
      titles[thing]!,
      room - beforeBadge(pen, thing),
      size,
      400,
      pen.picture.tellingFrom[thing],
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
  const { titles } = picture.things
  icon(sheet, pen, thing, x + 10 * k, y + 10 * k, 14 * k)
  const right = x + width - 10 * k
  sheet.text({
    ...{ x: x + 29 * k, y: y + 21 * k, size: Math.max(11, 12 * k), weight: 600, fill: inkOf(pen, thing) },
    text: fitter.fit(
      titles[thing]!,
      right - x - 29 * k,
      Math.max(11, 12 * k),
      600,
      picture.tellingFrom[thing],
    ),
  })
  drawSecondLine(sheet, pen, thing)
  drawWaffle(sheet, pen, thing, x, y, (CONTAINER.head - 4) * k, height)
}

function drawCard(sheet: Sheet, pen: Pen, thing: number, { x, y, width }: At, light: Light | null): void {
  const { picture, fitter, transform } = pen
  const { k } = transform
  const { titles } = picture.things
  icon(sheet, pen, thing, x + INSIDE.iconX * k, y + INSIDE.iconY * k, INSIDE.icon * k)
  const textX = x + INSIDE.textX * k
  const isFocus = picture.focus === thing
  const isStack = formOf(picture, thing) === 'stack'
  const room = x + width - INSIDE.right * k - textX
  const taken = (isFocus ? 26 * k : isStack ? 20 * k : 0) + beforeBadge(pen, thing)
  const titleSize = Math.max(11, 12 * k)
  sheet.text({
    ...{ x: textX, y: y + INSIDE.titleY * k, size: titleSize, weight: 600, fill: inkOf(pen, thing) },
    text: fitter.fit(titles[thing]!, room - taken, titleSize, 600, picture.tellingFrom[thing]),
  })
  drawSecondLine(sheet, pen, thing)
  if (isStack)
    sheet.path({
      ...{ d: ICONS.chevronsRight, x: x + width - 24 * k, y: y + 14 * k, scale: (14 * k) / 24 },
      ...{ stroke: 'ink3', lineWidth: 2 },
    })
  drawRows(sheet, pen, thing, { x, y, width, height: 0 }, light)
}

function drawRows(sheet: Sheet, pen: Pen, thing: number, { x, y, width }: At, light: Light | null): void {
  const { picture, fitter, transform } = pen
  const { k } = transform
  const { rows, things } = picture
  const [start, end, more] = [rows.starts[thing]!, rows.starts[thing + 1]!, things.more[thing]!]
  if (start === end && more === 0) return
  sheet.rect(3, { radius: 0, fill: 'line' }, x + 1, y + CARD.height * k, width - 2, 1)
  const size = Math.max(11, 12 * k)
  const small = Math.max(11, 11 * k)
  const hasLitRow = light !== null && hasLit(light.rows, start, end)
  for (let row = start; row < end; row++) {
    const middle = y + rows.y[row]! * k
    const isLit = light !== null && light.rows[row] === 1
    const alpha = hasLitRow && !isLit ? 'dim-row' : undefined
    if (isLit)
      sheet.rect(
        4,
        { radius: 0, fill: 'accent-bg' },
        x + 1,
        middle - (ROW.height / 2) * k,
        width - 2,
        ROW.height * k,
      )
    const type = fitter.fit(rows.types[row]!, width / 2 - 16 * k, small, 400)
    const typeWidth = type === '' ? 0 : fitter.width(type, small, 400) + 8 * k
    const severity = MARKS[rows.marks[row]!]!
    const markWidth = severity === 'none' ? 0 : 14 * k
    const weight = isLit ? 500 : 400
    sheet.text({
      ...{ x: x + 12 * k, y: middle + 4 * k, size, weight, fill: 'ink1', alpha },
      text: fitter.fit(rows.titles[row]!, width - 24 * k - typeWidth - markWidth, size, weight),
    })
    sheet.text({
      ...{ x: x + width - 12 * k, y: middle + 4 * k, text: type, size: small, weight: 400 },
      ...{ fill: 'ink3', anchor: 'end', alpha },
    })
    if (severity !== 'none')
      drawSeverity(sheet, severity, x + width - 12 * k - typeWidth - 10 * k, middle - 5 * k, 10 * k)
  }
  if (more > 0) {
    const middle = y + (CARD.height + ROW.height * (end - start + 0.5)) * k
    const words = `${more.toLocaleString('en-US')} ${start === end ? '' : 'more '}${more === 1 ? 'column' : 'columns'}`
    sheet.path({
      ...{
        d: ICONS.chevronDown,
        x: x + 10 * k,
        y: middle - 6 * k,
        scale: k / 2,
        stroke: 'ink3',
        lineWidth: 2,
      },
    })
    sheet.text({
      ...{ x: x + 27 * k, y: middle + 4 * k, size: small, weight: 400, fill: 'ink2' },
      text: fitter.fit(words, width - 36 * k, small, 400),
      alpha: hasLitRow ? 'dim-row' : undefined,
    })
  }
}

function hasLit(rows: Uint8Array, start: number, end: number): boolean {
  for (let row = start; row < end; row++) if (rows[row] === 1) return true
  return false
}
