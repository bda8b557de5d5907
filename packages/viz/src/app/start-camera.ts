import { effect, signal, type ReadonlySignal } from '@preact/signals'
import type { Model } from '../panels/model.ts'
import { leastScale, reveal, showWhole, staying, windowOf, type Size } from '../scene/camera/camera.ts'
import { isSeenWhole, showsAny } from '../scene/camera/in-window.ts'
import type { Rect } from '../scene/picture/picture.ts'
import type { Prepared } from '../scene/picture/prepared.ts'
import { rectOf } from '../scene/picture/rects-of.ts'
import { shownOf, type Camera, type KeptCamera, type View } from '../state/view.ts'
import { anchored, isSameCamera, withAnchor } from './anchor.ts'
import { barsOverThePicture, overThePicture } from './lies-over.ts'
import { openingIn } from './opening-in.ts'
import { uncovered, wholeIn, type Sight } from './sight.ts'
import type { StartedView } from './start-view.ts'

const NOTHING: Size = { width: 0, height: 0 }
/** So far out cards are tiles: what is looked for must be readable. */
const TOO_FAR = 0.45
const NEAR = 0.8

type Lever = Parameters<Model['takeLever']>[0]

/** Where one looks at the picture from. The view has the camera when it comes to rest. */
export function startCamera(
  { view, change, isNarrow }: Pick<StartedView, 'view' | 'change' | 'isNarrow'>,
  picture: ReadonlySignal<Prepared | null>,
) {
  const camera = signal<Camera>(view.peek().camera ?? { x: 0, y: 0, k: 1 })
  const size = signal<Size>(NOTHING)
  let lever: Lever = null
  const sight = (): Sight => ({
    size: size.peek(),
    isNarrow: isNarrow.peek(),
    // Where elements stand is asked of the page when it is wanted: that may lay it out.
    get over() {
      return overThePicture()
    },
    get bars() {
      return barsOverThePicture()
    },
  })

  const moveTo = (to: Camera, smoothly = false): void => {
    if (lever && size.peek().width > 0) lever.moveTo(to, smoothly)
    else camera.value = to
  }
  /** Where the page went last by itself, since nobody had moved the camera by hand. */
  let placed: Camera | null = null
  const isOwn = (): boolean => {
    const kept = view.peek().camera
    return kept === null || (placed !== null && isSameCamera(kept, placed))
  }
  /** The page goes somewhere by itself, and the view has it. */
  const go = (to: Camera, smoothly = false): void => {
    if (isOwn()) placed = to
    moveTo(to, smoothly)
    change({ camera: to })
  }
  const openingOf = (shown: Prepared, as = view.peek()): Camera =>
    openingIn(shown, as, size.peek(), isNarrow.peek())
  /** Where the picture opened by itself. */
  let opened: Camera | null = null
  /** The camera that somebody has brought about: none where the picture opened by itself, although the view may have that place. */
  const brought = (): KeptCamera | null => {
    const kept = view.peek().camera
    return kept && opened && isSameCamera(kept, opened) ? null : kept
  }
  let pictures = 0
  effect(() => {
    pictures = picture.value ? pictures + 1 : 0
  })
  /** Whether a page that is opened by a link opens where this one does: one that came here by steps has another layout, and may begin with something else. */
  const opensAlike = (shown: Prepared, as: View, at: Camera): boolean =>
    pictures <= 1 ||
    shown.focus >= 0 ||
    shown.cardOfKey.has(as.selection[0] ?? '') ||
    isSeenWhole(shown.held, at, size.peek())
  const open = (shown: Prepared, smoothly = false): void => {
    opened = openingOf(shown)
    if (isOwn()) placed = opened
    moveTo(opened, smoothly)
  }
  /**
   * The camera that a view keeps after a change: none where the picture opens. What is chosen by hand moves nothing, also where the picture
   * would open around it, and what is not drawn anew does not open anew.
   */
  const keptBy = (before: View, after: View): View['camera'] => {
    const [shown, window] = [picture.peek(), size.peek()]
    if (!shown || window.width === 0) return after.camera
    const isStill = JSON.stringify(shownOf(before)) === JSON.stringify(shownOf(after))
    const here = after.camera ?? (isStill ? (before.camera ?? openingOf(shown, before)) : null)
    if (!after.camera && !before.camera) placed = here
    if (!here || (isSameCamera(here, openingOf(shown, after)) && opensAlike(shown, after, here))) return null
    return anchored(shown, here, window, after.selection.at(-1))
  }
  /** A kept camera in a picture that it may not have been said of; null where nothing of it would be seen, or a speck: there it opens anew. */
  const ledIn = (shown: Prepared, kept: KeptCamera, window: Size): KeptCamera | null => {
    const there = withAnchor(shown, kept)
    if (!there || shown.things.count === 0) return there
    const isSeen = there.k >= leastScale(shown.bounds, window) && showsAny(shown, windowOf(there, window))
    if (!isSeen) return null
    // A link is opened: whoever sent it may have seen all of the picture, whose layout is another here.
    return pictures <= 1 && there !== kept ? { ...there, ...showWhole(there, window, shown.held) } : there
  }
  /**
   * Looks from where the view says, in a picture that may be laid out otherwise than the one that it was said of.
   * @param forAMoment the view says the same of the picture that follows: what stands where in this one is not kept.
   */
  const restore = (shown: Prepared, smoothly: boolean, forAMoment = false): void => {
    if (size.peek().width === 0) return // it is done as soon as there is a window
    const kept = brought()
    const led = kept && (forAMoment ? withAnchor(shown, kept) : ledIn(shown, kept, size.peek()))
    if (led) moveTo(led, smoothly)
    else open(shown, smoothly)
    if ((kept || pictures > 1) && !forAMoment) change({ camera: led ?? opened })
  }
  /** Moves no further than it takes to read the first of some cards. @returns whether it moves at all. */
  const lookAt = (cards: Iterable<number>): boolean => {
    const shown = picture.peek()
    const [first] = cards
    return shown !== null && first !== undefined && lookAtRect(rectOf(shown, first))
  }
  const lookAtRect = (rect: Rect): boolean => {
    if (size.peek().width === 0) return false
    const here = camera.peek()
    const near =
      here.k < TOO_FAR ? { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2, k: NEAR } : here
    const to = uncovered(reveal, near, sight(), rect)
    if (to.x === here.x && to.y === here.y && to.k === here.k) return false
    go(to, true)
    return true
  }
  /** What is chosen, where a window shows all of it. */
  const chosenIn = (shown: Prepared | null, window: Size): Rect | null => {
    const card = shown?.cardOfKey.get(view.peek().selection.at(-1) ?? '')
    if (!shown || card === undefined || window.width === 0) return null
    const rect = rectOf(shown, card)
    const seen = windowOf(camera.peek(), window)
    const isSeen =
      rect.x >= seen.x &&
      rect.y >= seen.y &&
      rect.x + rect.width <= seen.x + seen.width &&
      rect.y + rect.height <= seen.y + seen.height
    return isSeen ? rect : null
  }
  let before = NOTHING
  /** Whether a panel comes or goes: what is seen stays where it is on the screen, under the finger that may have called for that. */
  let stays = false
  // The whole picture, while nobody has moved the camera; else what is chosen stays in the window, also where a panel takes a part of it.
  effect(() => {
    const window = size.value
    const shown = picture.peek()
    if (window.width === 0) return
    const kept = brought()
    const chosen = chosenIn(shown, before)
    const isFirst = before.width === 0
    const held = kept && stays && !isFirst ? staying(kept, before, window) : kept
    ;[before, stays] = [window, false]
    if (isFirst && shown) restore(shown, false)
    else if (held && held !== kept) go(held)
    else if (held) moveTo(held)
    else if (shown) {
      open(shown)
      if (view.peek().camera) change({ camera: opened })
    }
    if (kept && chosen && !chosenIn(shown, window)) lookAtRect(chosen)
  })

  return {
    camera,
    size,
    moveTo,
    go,
    isOwn,
    brought,
    /** What the view says of the camera now is somebody's, wherever it is. */
    lead: (): void => void (opened = null),
    sight,
    /** Keeps what is seen where it is when the window has another size next. */
    stay: (): void => void (stays = true),
    keptBy,
    restore,
    lookAt,
    lookAtRect,
    fit() {
      const shown = picture.peek()
      if (!shown) return
      const whole = wholeIn(sight(), shown)
      placed = whole
      go(whole, true)
    },
    zoomBy: (factor: number): void => lever?.scaleBy(factor),
    takeLever(to: Lever) {
      lever = to
      if (lever && picture.peek()) moveTo(camera.peek())
    },
  }
}

export type StartedCamera = ReturnType<typeof startCamera>
