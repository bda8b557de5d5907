import { loadLater } from '../panels/later.tsx'
import { prepare, type Prepared } from '../scene/picture/prepared.ts'
import type { Shown } from '../state/view.ts'
import type * as AtOnce from '../scene/at-once/toggle-at-once.ts'
import type { Client } from '../worker/client.ts'
import type { PictureWish } from '../worker/pictures/picture-wish.ts'
import { pause } from '../worker/pictures/take-steps.ts'

const load = loadLater(async () => (loaded ??= await import('../scene/at-once/toggle-at-once.ts')))
/** Held, since even what is loaded comes a task later when it is asked for again, and a task may be long. */
let loaded: typeof AtOnce | undefined

/** With more things than this a layout is waited for. */
const LARGE = 1000

/**
 * What to show of a large picture before the worker has laid it out anew, where what is wished closes one of its boxes, or opens one of its
 * containers, and does nothing else; null for any other wish. In two tasks, neither of them long.
 * @param seenWish what the picture was wished by, as text; empty where nothing has been drawn.
 */
export async function toggledSoon(
  seen: Prepared | null,
  seenWish: string,
  wished: PictureWish,
  ask: Client['ask'],
): Promise<Prepared | null> {
  if (!seen || seenWish === '' || seen.things.count < LARGE) return null
  const { boxClosedBy, closeAtOnce, containerOpenedBy, openAtOnce } = loaded ?? (await load())
  const before = JSON.parse(seenWish) as Shown
  const [box, container] = [boxClosedBy(seen, before, wished), containerOpenedBy(seen, before, wished)]
  const inside = container < 0 ? null : await ask('drawInside', seen.things.keys[container]!, wished)
  const toggled = box >= 0 ? closeAtOnce(seen, box) : inside && openAtOnce(seen, container, inside)
  if (!toggled) return null
  await pause()
  return prepare(toggled)
}
