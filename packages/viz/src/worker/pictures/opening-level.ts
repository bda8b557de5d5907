import { readsWhole } from '../../scene/camera/camera.ts'
import { FIRST_VIEW } from '../../state/view.ts'
import { composeMap } from './compose-map.ts'
import { draw, type Sheet } from './draw.ts'
import { WIDE } from './name-rooms.ts'
import { directionOf } from './picture-wish.ts'

const WISH = { ...FIRST_VIEW, isNarrow: false } as const
/** With fewer things than this a picture says too little, however well it is read. */
const LEAST = 10

/**
 * The level at which the Map opens: the deepest one, of those with few enough things, that is read when all of it is seen. The same in every
 * window, so that a link shows the same things anywhere.
 * @param most the deepest level with few enough things.
 */
export function* openingLevel(
  sheet: Sheet,
  most: number,
  layout: Pick<Parameters<typeof draw>[2], 'memory' | 'now'>,
): Generator<void, number> {
  for (let level = most; level > 0; level--) {
    const what = composeMap(sheet.atlas, sheet.signs, WISH, level)
    const { bounds } = yield* draw(sheet, what, {
      off: [],
      direction: directionOf(WISH),
      ...{ before: null, nameRoom: 0 },
      ...layout,
    })
    if (readsWhole(bounds, WIDE[0])) return level
    if (composeMap(sheet.atlas, sheet.signs, WISH, level - 1).visible.things.length < LEAST) return level
  }
  return 0
}
