import { longListOf, scrolledTo } from '../scene/picture/column-list.ts'
import type { Prepared } from '../scene/picture/prepared.ts'
import { scrollColumns } from '../state/actions.ts'
import type { Model } from './model.ts'

/** CSS pixels of the wheel that scroll a list by a row. */
const ROW_OF_WHEEL = 24

/** Rows that so many CSS pixels of the wheel scroll: never none. */
export const rowsOfWheel = (pixels: number): number =>
  Math.sign(pixels) * Math.max(1, Math.round(Math.abs(pixels) / ROW_OF_WHEEL))

/** Scrolls in the list of a card, so many rows down. @returns false where it has none that is longer than the card. */
export function scrollList(model: Model, picture: Prepared, thing: number, by: number): boolean {
  const list = longListOf(picture, model.view.peek(), thing, model.camera.peek().k)
  if (!list) return false
  const from = scrolledTo(list, by)
  if (from !== list.from) {
    model.hold(list.key)
    model.act((view) => scrollColumns(view, list.key, from, list.find))
  }
  return true
}
