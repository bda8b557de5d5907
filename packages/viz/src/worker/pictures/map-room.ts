import { FIRST_VIEW } from '../../state/view.ts'
import { composeMap } from './compose-map.ts'
import { draw, type DrawWish, type Sheet } from './draw.ts'
import { isTooLarge } from './name-rooms.ts'

/**
 * The room for names of all Maps of a level: that of the Map in which nothing else is opened, closed or hidden. So a step gives no thing another size, and a link
 * the same ones to whoever opens it.
 */
export function* mapRoom(
  sheet: Sheet,
  level: number,
  wish: Required<Pick<DrawWish, 'direction' | 'isNarrow' | 'memory' | 'now'>>,
): Generator<void, number> {
  const what = composeMap(sheet.atlas, sheet.signs, { ...FIRST_VIEW, level, isNarrow: wish.isNarrow }, level)
  if (isTooLarge(what.visible.things.length, what.visible.lines.count)) return 0
  const plain = yield* draw(sheet, what, { off: [], before: null, ...wish })
  return plain.nameRoom
}
