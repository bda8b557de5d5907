import { effect, signal, type ReadonlySignal } from '@preact/signals'
import type { Model, Point } from '../panels/model.ts'
import {
  above,
  fit,
  OPENING,
  opening,
  reveal,
  showMore,
  staying,
  toTransform,
  windowOf,
  within,
  type Corner,
  type Size,
} from '../scene/camera/camera.ts'
import { columnsOf, wholeColumns } from '../scene/camera/whole-columns.ts'
import { wholeRows } from '../scene/camera/whole-rows.ts'
import { minimapCorner } from '../scene/camera/minimap-place.ts'
import { fromCards, startOf } from '../scene/picture/start-of.ts'
import type { Rect } from '../scene/picture/picture.ts'
import type { Prepared } from '../scene/picture/prepared.ts'
import { rectOf } from '../scene/picture/rects-of.ts'
import { shownOf, type Camera, type View } from '../state/view.ts'
import { anchored, isSameCamera, withAnchor } from './anchor.ts'
import { barsOverThePicture, coveredBy, footOf, overThePicture, type Covered } from './lies-over.ts'
import { seeFurther } from './see-further.ts'
import { seeInside } from './see-inside.ts'
import { seeRows } from './see-rows.ts'
import { seeToggled } from './see-toggled.ts'
import type { StartedView } from './start-view.ts'

const NOTHING: Size = { width: 0, height: 0 }
/** What stands over the foot of the picture on a narrow page while something is chosen: what can be done with it. CSS pixels. */
const CHOSEN_FOOT = 52
/** So far out cards are tiles: what is looked for must be readable. */
const TOO_FAR = 0.45
const NEAR = 0.8
/** Less of a window, in CSS pixels, is none. */
const LEAST = 120

type Lever = Parameters<Model['takeLever']>[0]

/** How much of the picture a window shows at a scale. */
const zoomed = ({ width, height }: Size, k: number): Size => ({ width: width / k, height: height / k })

/** How a camera is moved for a rectangle. */
type Move = typeof reveal

/** The camera, moved so that a rectangle is seen, and lies under nothing. */
function uncovered(move: Move, camera: Camera, size: Size, rect: Rect): Camera {
  const over = overThePicture()
  const whole = { x: 0, y: 0, ...size }
  const sides = coveredBy(over, whole, { x: -1, y: -1, width: 0, height: 0 })
  const beside = moveIn(move, camera, size, rect, sides)
  const { x, y, k } = toTransform(beside, size)
  const seen = { x: rect.x * k + x, y: rect.y * k + y, width: rect.width * k, height: rect.height * k }
  return moveIn(move, beside, size, rect, coveredBy(over, whole, seen))
}

/** Moves in the part of the window that is not covered. */
function moveIn(
  move: Move,
  camera: Camera,
  size: Size,
  rect: Rect,
  { left, right, bottom }: Covered,
): Camera {
  const free = { width: size.width - left - right, height: size.height - bottom }
  if (free.width < LEAST || free.height < LEAST) return move(camera, size, rect)
  const [dx, dy] = [(left - right) / 2 / camera.k, -bottom / 2 / camera.k]
  const to = move({ ...camera, x: camera.x + dx, y: camera.y + dy }, free, rect)
  return { ...to, x: to.x - dx, y: to.y - dy }
}

/** Where one looks at the picture from. The view has the camera when it comes to rest. */
export function startCamera(
  { view, change, isNarrow }: Pick<StartedView, 'view' | 'change' | 'isNarrow'>,
  picture: ReadonlySignal<Prepared | null>,
) {
  const camera = signal<Camera>(view.peek().camera ?? { x: 0, y: 0, k: 1 })
  const size = signal<Size>(NOTHING)
  let lever: Lever = null
  /** On a narrow page there is no minimap. */
  const cornerFor = (shown: Prepared): Corner => (isNarrow.peek() ? NOTHING : minimapCorner(shown))

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
  /** Where a picture opens that nobody has moved yet: around its focus, or what is selected in it, or where one begins to read. */
  const openingOf = (shown: Prepared, selection = view.peek().selection): Camera => {
    const about = shown.focus >= 0 ? shown.focus : shown.cardOfKey.get(selection[0] ?? '')
    const foot = isNarrow.peek() && view.peek().selection.length > 0 ? CHOSEN_FOOT : 0
    return above(foot, size.peek(), (free) => {
      const begin =
        about === undefined
          ? startOf(shown, zoomed(free, OPENING))
          : fromCards(shown.things, about, rectOf(shown, about), zoomed(free, OPENING))
      const to = opening(
        shown.bounds,
        free,
        cornerFor(shown),
        begin,
        shown.rows.count > 0,
        isNarrow.peek(),
        shown.view === 'lineage',
      )
      const own = about === undefined ? null : rectOf(shown, about)
      const beside = own ? wholeColumns(to, free, columnsOf(shown), own) : to
      return wholeRows(beside, free, shown, own ?? begin ?? shown.bounds)
    })
  }
  /** All of it, and nothing of it under a bar that is there now. */
  const wholeOf = (shown: Prepared): Camera => {
    const window = size.peek()
    const look = (free: Size): Camera => fit(shown.bounds, free, cornerFor(shown))
    const whole = look(window)
    const { x, y, k } = toTransform(whole, window)
    const foot = footOf(barsOverThePicture(), { x: 0, y: 0, ...window }, (bar) => {
      const [left, top] = [(bar.x - x) / k, (bar.y - y) / k]
      return shown.index.touching(left, top, left + bar.width / k, top + bar.height / k).length > 0
    })
    return foot === 0 || window.height - foot < LEAST ? whole : above(foot, window, look)
  }
  /**
   * The camera that a view keeps after a change: none where the picture opens. What is chosen by hand moves nothing, also where the picture
   * would open around it, and what is not drawn anew does not open anew.
   */
  const keptBy = (before: View, after: View): View['camera'] => {
    const [shown, window] = [picture.peek(), size.peek()]
    if (!shown || window.width === 0) return after.camera
    const isStill = JSON.stringify(shownOf(before)) === JSON.stringify(shownOf(after))
    const here = after.camera ?? (isStill ? (before.camera ?? openingOf(shown, before.selection)) : null)
    if (!after.camera && !before.camera) placed = here
    if (!here || isSameCamera(here, openingOf(shown, after.selection))) return null
    return anchored(shown, here, window, after.selection.at(-1))
  }
  /**
   * Looks from where the view says, in a picture that may be laid out otherwise than the one that it was said of.
   * @param forAMoment the view says the same of the picture that follows: what stands where in this one is not kept.
   */
  const restore = (shown: Prepared, smoothly: boolean, forAMoment = false): void => {
    const kept = view.peek().camera
    if (!kept && size.peek().width === 0) return // it opens as soon as there is a window
    const to = kept ? withAnchor(shown, kept) : openingOf(shown)
    moveTo(to, smoothly)
    if (kept && !forAMoment) change({ camera: to })
  }
  /** Moves no further than it takes to read the first of some cards. */
  const lookAt = (cards: Iterable<number>): void => {
    const shown = picture.peek()
    const [first] = cards
    if (shown && first !== undefined) lookAtRect(rectOf(shown, first))
  }
  const lookAtRect = (rect: Rect): void => {
    if (size.peek().width === 0) return
    const here = camera.peek()
    const near =
      here.k < TOO_FAR ? { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2, k: NEAR } : here
    const to = uncovered(reveal, near, size.peek(), rect)
    if (to.x === here.x && to.y === here.y && to.k === here.k) return
    go(to, true)
  }
  /** Where a camera goes with what has been opened: it stays, unless too little of that would be seen, or nothing that is inside it. */
  const withOpened = (
    shown: Prepared,
    thing: number,
    here: Camera,
    isRead: boolean,
    pointer: Point | null,
  ): Camera => {
    const window = size.peek()
    if (window.width === 0) return here
    const near = isRead ? seeRows(shown, thing, here, window, pointer) : here
    return seeInside(shown, thing, uncovered(showMore, near, window, rectOf(shown, thing)), window)
  }
  /** @param isRead whether the rows of a card are to be read. */
  const lookAtMore = (shown: Prepared, thing: number, isRead: boolean, pointer: Point | null): void => {
    const here = camera.peek()
    const to = withOpened(shown, thing, here, isRead, pointer)
    if (isSameCamera(to, here)) return
    go(to, true)
  }

  /** Where the page's own camera goes with what has been opened or closed. */
  const withToggled = (shown: Prepared, thing: number, here: Camera, pointer: Point | null): Camera => {
    const window = size.peek()
    return seeToggled(shown, thing, here, window, pointer, (rect) => uncovered(within, here, window, rect))
  }

  /** Where the page's own camera goes with what has come beside a card. */
  const withFurther = (before: Prepared, shown: Prepared, card: number, here: Camera): Camera => {
    const window = size.peek()
    return seeFurther(before, shown, card, here, window, wholeOf(shown), (from, rect) =>
      uncovered(within, from, window, rect),
    )
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
    const kept = view.peek().camera
    const chosen = chosenIn(shown, before)
    const held = kept && stays && before.width > 0 ? staying(kept, before, window) : kept
    ;[before, stays] = [window, false]
    if (held && held !== kept) go(held)
    else if (held) moveTo(held)
    if (!held && shown) moveTo(openingOf(shown))
    if (kept && chosen && !chosenIn(shown, window)) lookAtRect(chosen)
  })

  return {
    camera,
    size,
    moveTo,
    go,
    isOwn,
    withToggled,
    withFurther,
    /** Keeps what is seen where it is when the window has another size next. */
    stay: (): void => void (stays = true),
    keptBy,
    restore,
    lookAt,
    lookAtRect,
    lookAtMore,
    wholeOf,
    fit() {
      const shown = picture.peek()
      if (!shown) return
      const whole = wholeOf(shown)
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
