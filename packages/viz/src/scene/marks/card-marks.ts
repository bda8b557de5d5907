import { grouped } from '@lineagraph/core'
import { ICONS } from '../../tokens/icons.ts'
import { drawSeverity } from './badge-marks.ts'
import { beforeBadge, HOUSE_ROOM, isHome, isUnderName } from './badge-of.ts'
import { formOf } from './detail.ts'
import { drawIcon, inkOf } from './icon-marks.ts'
import type { Light } from './light-up.ts'
import { CARD, INSIDE, ROW } from '../picture/measures.ts'
import { MARKS } from '../picture/picture.ts'
import type { Pen } from './pen.ts'
import { rowEnd } from './row-end.ts'
import { drawSecondLine } from './second-line.ts'
import type { Sheet } from './sheet.ts'
import type { At } from './tile-columns.ts'

/** Draws a card or a stack with its rows. @param light null where nothing is lit. */
export function drawCard(
  sheet: Sheet,
  pen: Pen,
  thing: number,
  { x, y, width }: At,
  light: Light | null,
): void {
  const { picture, fitter, transform } = pen
  const { k } = transform
  const { titles } = picture.things
  drawIcon(sheet, pen, thing, x + INSIDE.iconX * k, y + INSIDE.iconY * k, INSIDE.icon * k)
  const textX = x + INSIDE.textX * k
  const isStack = formOf(picture, thing) === 'stack'
  const room = x + width - INSIDE.right * k - textX
  const beside = isStack ? 20 * k : isHome(picture, thing) ? HOUSE_ROOM * k : 0
  const taken = isUnderName(pen, thing) ? 0 : beside + beforeBadge(pen, thing)
  const titleSize = Math.max(11, 12 * k)
  // A stack of which nothing else is told has its name in its middle, as its icon is.
  const titleY = isStack && picture.things.places[thing] === '' ? INSIDE.iconY + INSIDE.icon / 2 : null
  sheet.text({
    ...{
      x: textX,
      y: y + (titleY === null ? INSIDE.titleY * k : titleY * k + titleSize / 3),
      size: titleSize,
      weight: 600,
      fill: inkOf(pen, thing),
    },
    text: fitter.fit(titles[thing]!, room - taken, titleSize, 600, picture.telling(thing)),
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
  const isFoldLit = light?.folds[thing] === 1
  const hasLitRow = light !== null && (isFoldLit || hasLit(light.rows, start, end))
  for (let row = start; row < end; row++) {
    const middle = y + rows.y[row]! * k
    const isLit = light !== null && light.rows[row] === 1
    // In a card of which some rows are lit the others are quieter, and can be read.
    const fill = hasLitRow && !isLit ? 'ink2' : 'ink1'
    if (isLit) sheet.rect(4, LIT_ROW, x + 1, middle - (ROW.height / 2) * k, width - 2, ROW.height * k)
    const { type, badge, taken } = rowEnd(pen, row, width)
    const severity = MARKS[rows.marks[row]!]!
    const weight = isLit ? 500 : 400
    sheet.text({
      ...{ x: x + INSIDE.rowX * k, y: middle + 4 * k, size, weight, fill },
      text: fitter.fit(rows.titles[row]!, width - INSIDE.rowX * k - taken, size, weight),
    })
    sheet.text({
      ...{ x: x + width - 12 * k, y: middle + 4 * k, text: type, size: small, weight: 400 },
      ...{ fill: 'ink3', anchor: 'end' },
    })
    if (severity !== 'none') drawSeverity(sheet, severity, x + width - badge - 10 * k, middle - 5 * k, 10 * k)
  }
  if (more > 0) {
    const middle = y + (CARD.height + ROW.height * (end - start + 0.5)) * k
    const words = `${grouped(more)} ${start === end ? '' : 'more '}${more === 1 ? 'column' : 'columns'}`
    if (isFoldLit) sheet.rect(4, LIT_ROW, x + 1, middle - (ROW.height / 2) * k, width - 2, ROW.height * k)
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
      ...{ x: x + 27 * k, y: middle + 4 * k, size: small, weight: 400 },
      text: fitter.fit(words, width - 36 * k, small, 400),
      fill: hasLitRow && !isFoldLit ? 'ink3' : 'ink2',
    })
  }
}

const LIT_ROW = { radius: 0, fill: 'accent-bg' } as const

function hasLit(rows: Uint8Array, start: number, end: number): boolean {
  for (let row = start; row < end; row++) if (rows[row] === 1) return true
  return false
}
