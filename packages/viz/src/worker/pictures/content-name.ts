import type { Stack } from '../names/stack.ts'
import type { Composed } from './composed.ts'
import type { PictureWish } from './picture-wish.ts'

/**
 * A name for what a Map shows, the same for all views that show it: what is opened by a hand and what is by the level, what is closed and what never
 * was open. O(what is shown).
 */
export function contentName(wish: PictureWish, { visible, level, stacks, spread }: Composed): string {
  const membersOf = (all: readonly Stack[]): readonly (readonly number[])[] =>
    all.map(({ members }) => members)
  return JSON.stringify([
    { ...wish, opened: [], closed: [], level },
    visible.things.join(),
    visible.isBox.join(''),
    visible.rows.nodes.join(),
    membersOf(stacks),
    membersOf(spread),
  ])
}
