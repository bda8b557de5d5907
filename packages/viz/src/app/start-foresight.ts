import { effect, type ReadonlySignal } from '@preact/signals'
import type { OpenedRun } from '../panels/model.ts'
import type { Met } from '../scene/meet.ts'
import { prepare, type Prepared } from '../scene/picture/prepared.ts'
import { targetAt } from '../scene/picture/targets.ts'
import { gesture, type Target } from '../state/gestures.ts'
import type { PictureWish } from '../worker/pictures/picture-wish.ts'
import { pause } from '../worker/pictures/take-steps.ts'
import type { StartedOpening } from './start-opening.ts'
import type { StartedView } from './start-view.ts'
import { toggledSoon } from './toggled-soon.ts'

/** With fewer things than this a picture is there soon enough when it is wished for; with more it would be a lot of work for nothing. */
const FEW = 1000
const MANY = 30_000
/** So many milliseconds the pointer must rest on a container; what is chosen is not passed by chance, but it is painted as chosen first. */
const REST = 100
const FRAME = 20

/** A picture, and out of what it was drawn. */
interface Foreseen {
  readonly seen: Prepared
  readonly run: OpenedRun | null
  /** The wish. */
  readonly text: string
  readonly picture: Prepared
}

/** What is shown of a wish at once, until its picture is there. */
interface Soon {
  readonly seen: Prepared
  readonly run: OpenedRun | null
  readonly text: string
  readonly picture: Promise<Prepared | null>
}

interface Followed {
  readonly picture: ReadonlySignal<Prepared | null>
  readonly hovered: ReadonlySignal<Met>
  /** What the picture was wished by, as text. */
  readonly seenWish: ReadonlySignal<string>
  readonly view: StartedView
  readonly opening: StartedOpening
}

/** Pictures that come when one opens or closes what is chosen or under the pointer. */
export interface Foresight {
  /** The picture of a wish where it was drawn ahead out of what is seen now; null else. */
  readonly taken: (wishText: string) => Prepared | null
  /** What to show of a wish at once, where there is something: made ahead too. */
  readonly soon: (wish: PictureWish, wishText: string) => Promise<Prepared | null>
}

/**
 * Lets the worker draw ahead what comes when the container that is chosen, or that the pointer rests on, is opened or closed. In a large
 * picture that takes longer than one likes to wait, and what is chosen is opened next more often than not.
 */
export function startForesight({ picture, hovered, seenWish, view, opening }: Followed): Foresight {
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0
  let held: Foreseen | null = null
  let heldSoon: Soon | null = null

  const isNow = (seen: Prepared, run: OpenedRun | null): boolean =>
    picture.peek() === seen && opening.run.peek() === run
  const soon = (wish: PictureWish, text: string): Promise<Prepared | null> => {
    const [seen, run] = [picture.peek(), opening.run.peek()]
    if (!seen) return Promise.resolve(null)
    if (heldSoon?.text !== text || heldSoon.seen !== seen || heldSoon.run !== run)
      heldSoon = { seen, run, text, picture: toggledSoon(seen, seenWish.peek(), wish, opening.ask) }
    return heldSoon.picture
  }
  const foresee = async (seen: Prepared, target: Target): Promise<void> => {
    const mine = ++turn
    const run = opening.run.peek()
    const wish = view.wishOf(gesture(view.view.peek(), 'space', target, seen))
    const text = JSON.stringify(wish)
    if (held?.seen === seen && held.text === text) return
    soon(wish, text).catch(() => {}) // the whole picture comes all the same
    const drawn = await opening.ask('foresee', wish)
    if (!drawn || mine !== turn) return
    await pause() // taking a large picture in is a task, preparing it another
    if (mine === turn && isNow(seen, run)) held = { seen, run, text, picture: prepare(drawn) }
  }

  effect(() => {
    const [seen, met, key] = [picture.value, hovered.value, view.selection.value.at(-1)]
    const isSettled = seenWish.value === JSON.stringify(view.wish.value)
    clearTimeout(timer)
    const run = opening.run.value
    if (held && !isNow(held.seen, held.run)) held = null
    if (heldSoon && !isNow(heldSoon.seen, heldSoon.run)) heldSoon = null
    if (!run || !seen || !isSettled) return
    const target = containerOf(seen, met, key)
    if (!target) return
    const rest = view.selection.value.includes(target.key) ? FRAME : REST
    timer = setTimeout(() => void foresee(seen, target).catch(() => {}), rest) // who wishes for it is told
  })

  return {
    soon,
    taken: (text) => (held && held.text === text && isNow(held.seen, held.run) ? held.picture : null),
  }
}

/** The container that the pointer is on, or else the one that is chosen; null where its picture is not drawn ahead. */
function containerOf(seen: Prepared, met: Met, chosen: string | undefined): Target | null {
  const isMet = (met.kind === 'thing' && met.row < 0) || met.kind === 'toggle'
  for (const thing of [isMet ? met.thing : undefined, seen.cardOfKey.get(chosen ?? '')]) {
    if (thing === undefined) continue
    const target = targetAt(seen, thing, -1)
    const opens = target.what === 'closed container'
    if (!opens && target.what !== 'open container') continue
    const count = seen.things.count + (opens ? seen.things.inside[thing]! : 0)
    return count >= FEW && count <= MANY ? target : null
  }
  return null
}
