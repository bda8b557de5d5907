import { loadLater } from '../panels/later.tsx'
import { prepare, type Prepared } from '../scene/prepared.ts'
import type { Shown } from '../state/view.ts'
import { pause } from '../worker/take-steps.ts'

const closing = loadLater(() => import('../scene/close-at-once.ts'))

/** With more things than this a layout is waited for. */
const LARGE = 1000

/**
 * What to show of a large picture before the worker has laid it out anew, where what is wished closes one of its boxes and does nothing else; null
 * for any other wish. In two tasks, neither of them long.
 * @param seenWish what the picture was wished by, as text; empty where nothing has been drawn.
 */
export async function closedSoon(
  seen: Prepared | null,
  seenWish: string,
  wished: Shown,
): Promise<Prepared | null> {
  if (!seen || seenWish === '' || seen.things.count < LARGE) return null
  const { boxClosedBy, closeAtOnce } = await closing()
  const box = boxClosedBy(seen, JSON.parse(seenWish) as Shown, wished)
  if (box < 0) return null
  const closed = closeAtOnce(seen, box)
  await pause()
  return prepare(closed)
}
