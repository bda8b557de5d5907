import { visibleMap, type Atlas, type ThingIndex } from '@lineagraph/core'
import { fansOf } from '../../layout/find-fans.ts'
import type { Composed } from './composed.ts'
import { foldBoxes } from './fold-boxes.ts'
import { inOrder } from './fold-far.ts'
import { foldTop } from './fold-top.ts'
import { foldableSorts, folded } from './fold-stacks.ts'
import { hiddenBy, hiddenButIn, hidesColumns } from './hidden-by.ts'
import { directionOf, type PictureWish } from './picture-wish.ts'
import type { Signs } from '../names/signs.ts'
import { listsOf, openedRows, rowList, thingsOf } from './wished-things.ts'

/** From so many on similar things fold into a stack. */
const LEAST_FAN = 8
/** More things than this beside each other, at the top or in one box, are no picture to be read. */
const MOST_READ = 150

/** What the Map shows. @param readable the level at which it opens. @param within where only what is inside one container is to be shown. */
export function composeMap(
  atlas: Atlas,
  signs: Signs,
  shown: PictureWish,
  readable: number,
  within?: ThingIndex,
): Composed {
  const { graph, tree } = atlas
  const filtered = hiddenBy(atlas, signs, shown)
  const hidden = within === undefined ? filtered : hiddenButIn(tree, within, filtered)
  const level = shown.level ?? readable
  const [opened, closed] = [thingsOf(atlas, shown.opened), thingsOf(atlas, shown.closed)]
  const lists = listsOf(atlas, shown)
  const visible = visibleMap(atlas, {
    isOpen: (thing) => !closed.has(thing) && (opened.has(thing) || tree.depth[tree.at[thing]!]! < level),
    listOf: (thing) =>
      opened.has(thing) && !hidesColumns(shown) ? rowList(openedRows(shown), false, lists.get(thing)) : null,
    // Beside what leads down a lane would take the width of a narrow window: a box stands before what it feeds.
    hasLane: directionOf(shown) === 'right',
    hidden,
  })
  const sorts = foldableSorts(atlas, signs, visible, () => true)
  const fans = fansOf(visible.things.length, visible.lines.from, visible.lines.to, sorts, LEAST_FAN)
  return {
    ...folded(
      atlas,
      shown,
      visible,
      inOrder([
        ...foldTop(atlas, signs, visible, sorts, fans, MOST_READ, LEAST_FAN),
        ...foldBoxes(atlas, visible, fans, MOST_READ),
      ]),
    ),
    near: null,
    hops: null,
    ifMore: null,
    ifAll: null,
    ifMost: null,
    waiting: null,
    layers: null,
    level,
    opensAt: readable,
    focus: -1,
    whole: -1,
    path: null,
    hidden,
    notices: graph.nodeCount > 0 && visible.things.length === 0 ? ['The filters leave nothing to draw.'] : [],
  }
}
