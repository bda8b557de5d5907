import { loadLater } from '../panels/later.tsx'
import type { Picture } from '../scene/picture.ts'
import { prepare, type Prepared } from '../scene/prepared.ts'
import type { Shown } from '../state/view.ts'
import type { Client } from '../worker/client.ts'
import type { PictureWish } from '../worker/picture-wish.ts'
import { pause } from '../worker/take-steps.ts'

const closing = loadLater(() => import('../scene/close-at-once.ts'))
const opening = loadLater(() => import('../scene/open-at-once.ts'))

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
  const before = JSON.parse(seenWish) as Shown
  const toggled = (await closedSoon(seen, before, wished)) ?? (await openedSoon(seen, before, wished, ask))
  if (!toggled) return null
  await pause()
  return prepare(toggled)
}

async function closedSoon(seen: Prepared, before: Shown, wished: Shown): Promise<Picture | null> {
  const { boxClosedBy, closeAtOnce } = await closing()
  const box = boxClosedBy(seen, before, wished)
  return box < 0 ? null : closeAtOnce(seen, box)
}

async function openedSoon(
  seen: Prepared,
  before: Shown,
  wished: PictureWish,
  ask: Client['ask'],
): Promise<Picture | null> {
  const { containerOpenedBy, openAtOnce } = await opening()
  const container = containerOpenedBy(seen, before, wished)
  if (container < 0) return null
  const inside = await ask('drawInside', seen.things.keys[container]!, wished)
  return inside && openAtOnce(seen, container, inside)
}
