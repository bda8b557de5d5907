import { batch, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type { OpenedRun, Point } from '../panels/model.ts'
import { NOTHING, thingMet, type Met } from '../scene/meet.ts'
import { placeUnder } from '../scene/camera/camera.ts'
import type { Move } from '../scene/picture/between.ts'
import { BOX } from '../scene/picture/measures.ts'
import { prepare, type Prepared } from '../scene/picture/prepared.ts'
import type { Camera, View } from '../state/view.ts'
import type { PictureWish } from '../worker/pictures/picture-wish.ts'
import { pause } from '../worker/pictures/take-steps.ts'
import { followPicture, followToggled, type Change } from './follow-picture.ts'
import { startMover } from './move-pictures.ts'
import type { StartedCamera } from './start-camera.ts'
import { startForesight } from './start-foresight.ts'
import type { StartedOpening } from './start-opening.ts'
import type { StartedView } from './start-view.ts'
import { toldTogether, withoutLast } from './told-together.ts'

interface PicturesWish {
  readonly picture: Signal<Prepared | null>
  readonly pointer: ReadonlySignal<Point | null>
  readonly hovered: Signal<Met>
  readonly notice: Signal<string>
  readonly view: StartedView
  readonly camera: StartedCamera
  readonly opening: StartedOpening
}

/** What somebody has opened or closed in its place: it stays where it is. */
interface Held {
  readonly key: string
  /** Where the camera went with it when it was shown for a moment: the whole picture follows, and somebody may have moved the camera since. */
  readonly ledTo?: Camera | null
}

/** The camera goes nowhere with a picture, or where it goes is not told by a move. */
const STILL: Move = { x: 0, y: 0 }

/** A picture for each run and each wish; a newer one wins. What one looks at stays where it is. */
export function startPictures({ picture, pointer, hovered, notice, view, camera, opening }: PicturesWish) {
  const { moving, show } = startMover(() => matchMedia('(prefers-reduced-motion: reduce)').matches)
  let drawings = 0
  const isComing = signal(false)
  /** What the picture was wished by, as text; empty where nothing has been drawn. */
  const seenWish = signal('')
  /** What was drawn of. */
  let seenRun: OpenedRun | null = null
  const { taken, soon } = startForesight({ picture, hovered, seenWish, view, opening })
  /** What was said of the picture that is seen: it goes with it. */
  let saidOf = ''
  let held: Held | null = null
  /** The wish, as text, of a view that came with its own camera: one does not stay where one is, but goes where it says. */
  let led = ''

  const wasOpen = (key: string): boolean => (JSON.parse(seenWish.peek()) as PictureWish).opened.includes(key)

  /** The card that the pointer is on, or the open container whose header; -1 for nothing, and for the ground of one. */
  const pointedAt = (shown: Prepared, met: Met): number => {
    const [thing, at] = [thingMet(met), pointer.peek()]
    if (!at || thing < 0) return -1
    if (shown.things.forms[thing] !== 0 || met.kind === 'toggle') return thing
    const { y } = placeUnder(at, camera.camera.peek(), camera.size.peek())
    return y <= shown.things.y[thing]! + BOX.head ? thing : -1
  }

  const put = (next: Prepared, text: string, comes: 'anew' | 'again' | 'for a moment'): void => {
    const isReload = comes === 'again'
    const before = picture.peek()
    const pointed = before ? pointedAt(before, hovered.peek()) : -1
    performance.mark('picture drawn')
    batch(() => {
      hovered.value = NOTHING
      picture.value = next
    })
    const { selection, opened } = view.view.peek()
    const kept = camera.brought()
    const isLed = kept !== null ? led === text : held === null && !isReload
    if (before?.view !== next.view || isLed) {
      show(next, before?.view === next.view ? STILL : null)
      camera.restore(next, before !== null && kept !== null, comes === 'for a moment')
      return
    }
    const from = camera.camera.peek()
    const change: Change = {
      ...{ before, next, camera: from, kept, isOwn: camera.isOwn() },
      ...{ sight: camera.sight(), pointer: pointer.peek() },
    }
    const chosen = selection.map((key) => before.cardOfKey.get(key) ?? -1)
    const { to, after } = held
      ? followToggled(change, {
          key: held.key,
          isOpened: opened.includes(held.key) && !wasOpen(held.key),
          isFollowed: held.ledTo === undefined ? null : held.ledTo === kept,
        })
      : { to: followPicture(change, [pointed, ...chosen], isReload), after: null }
    held = null
    show(next, to.k === from.k ? { x: to.x - from.x, y: to.y - from.y } : STILL)
    camera.go(to)
    if (after) camera.go(after, true)
  }

  const arrive = (next: Prepared, text: string): void => {
    const isNewer = opening.run.peek() !== seenRun
    put(next, text, isNewer || seenWish.peek() === text ? 'again' : 'anew')
    seenRun = opening.run.peek()
    led = ''
    performance.mark('picture laid out')
    seenWish.value = text
    isComing.value = false
    const told = next.notices.join(' ')
    notice.value = toldTogether(withoutLast(notice.peek(), saidOf), told)
    saidOf = told
    if (opening.stage.peek().kind !== 'ready') opening.stage.value = { kind: 'ready' }
  }
  const fail = (error: Error): void =>
    opening.fail(
      'The picture could not be made',
      `${error.message}. This is our own fault: please report it.`,
    )

  const draw = async (wish: PictureWish, turn: number): Promise<void> => {
    let isDrawn = false
    const text = JSON.stringify(wish)
    const toggling = soon(wish, text).then((toggled) => {
      if (!toggled || turn !== drawings || isDrawn) return
      const kept = held
      put(toggled, text, 'for a moment')
      held = kept && { key: kept.key, ledTo: view.view.peek().camera }
    })
    const drawing = opening.ask('draw', wish)
    toggling.catch(() => {}) // the worker's picture comes all the same
    const drawn = await drawing
    isDrawn = true
    if (turn !== drawings || !drawn) return
    await pause() // taking a large picture in is a task, preparing it another
    const prepared = prepare(drawn)
    await pause()
    if (turn === drawings) arrive(prepared, text)
  }

  effect(() => {
    const turn = ++drawings // what is being drawn of a run that is gone comes too late
    if (!opening.run.value) return
    const wish = view.wish.value
    const text = JSON.stringify(wish)
    const foreseen = taken(text)
    isComing.value = !foreseen
    if (foreseen) arrive(foreseen, text)
    const drawing = foreseen
      ? opening.ask('see', wish).then((isKnown) => (isKnown ? undefined : draw(wish, turn)))
      : draw(wish, turn)
    drawing.catch(fail)
  })

  return {
    moving,
    /** Whether another picture is wished for than the one that is seen. */
    isComing,
    /** Keeps a thing where it is while the next picture takes the place of this one. */
    hold: (key: string): void => void (held = { key }),
    /** Lets the camera of a view that is gone to be, also when its picture comes while it is on its way. */
    lead(to: View): void {
      const text = JSON.stringify(view.wishOf(to))
      held = null
      camera.lead()
      led = to.camera && text !== seenWish.peek() ? text : ''
    },
    /** Whether the picture is that of a view. */
    isSeen: (to: View): boolean => JSON.stringify(view.wishOf(to)) === seenWish.peek(),
  }
}
