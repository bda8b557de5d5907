import type { ReadonlySignal } from '@preact/signals'
import type { Model } from '../panels/model.ts'
import { toTransform, type Size } from '../scene/camera/camera.ts'
import type { Rect } from '../scene/picture/picture.ts'
import { lineBetween, type Prepared } from '../scene/picture/prepared.ts'
import { rectOf } from '../scene/picture/rects-of.ts'
import type { View } from '../state/view.ts'
import { WIDE } from './start-panels.ts'

/** So long after a click or a tap a second one may follow, milliseconds: a little more than phones wait for one. */
const AGAIN = 400

type Side = Pick<Model, 'sideOpen' | 'sideWidth' | 'sheetHeight' | 'isNarrow' | 'camera' | 'size'>

interface Chosen {
  readonly picture: ReadonlySignal<Prepared | null>
  readonly edge: ReadonlySignal<View['edge']>
  /** The things that show what is chosen. */
  readonly chosen: ReadonlySignal<ReadonlySet<number>>
}

/** Whether the panel at the side, or the sheet of a narrow page, takes the place of something in the window. @param seen CSS pixels of the window. */
export function isTakenBySide(
  seen: Rect,
  window: Size,
  isNarrow: boolean,
  { sideWidth, sheetHeight }: { readonly sideWidth: number; readonly sheetHeight: number },
): boolean {
  return isNarrow
    ? seen.y + seen.height > window.height - sheetHeight
    : seen.x + seen.width > window.width - sideWidth
}

/**
 * Opens the panel for what somebody has clicked: at once, or, where it would take the place of that, only when no second click can follow
 * that was meant for it. Where it lies over the picture, what is chosen comes out from under it then.
 */
export function startSideOpener(
  { sideOpen, sideWidth, sheetHeight, isNarrow, camera, size }: Side,
  { picture, edge, chosen }: Chosen,
  lookAt: (rect: Rect) => void,
) {
  let waiting: ReturnType<typeof setTimeout> | undefined
  /** When a click opened it at once, milliseconds. */
  let openedAt = -Infinity
  /** What is chosen in the picture: a line, or things. */
  const rects = (): Rect[] => {
    const [shown, line] = [picture.peek(), edge.peek()]
    if (!shown) return []
    if (!line) return [...chosen.peek()].map((thing) => rectOf(shown, thing))
    const at = 4 * lineBetween(shown, line.from, line.to)
    const [x, y, right, bottom] = at < 0 ? [] : shown.boxes.subarray(at, at + 4)
    return x === undefined ? [] : [{ x, y: y!, width: right! - x, height: bottom! - y! }]
  }
  /** Where something is in the window, CSS pixels. */
  const seenOf = (rect: Rect): Rect => {
    const { x, y, k } = toTransform(camera.peek(), size.peek())
    return { x: rect.x * k + x, y: rect.y * k + y, width: rect.width * k, height: rect.height * k }
  }
  const wouldTake = (rect: Rect): boolean => {
    const sizes = { sideWidth: sideWidth.peek(), sheetHeight: sheetHeight.peek() }
    return isTakenBySide(seenOf(rect), size.peek(), isNarrow.peek(), sizes)
  }
  const isWhole = (rect: Rect): boolean => {
    const { x, y, width, height } = seenOf(rect)
    const window = size.peek()
    return x >= 0 && y >= 0 && x + width <= window.width && y + height <= window.height
  }
  const openLate = (): void => {
    sideOpen.value = true
    if (isNarrow.peek() || innerWidth >= WIDE) return // the window is smaller then, and keeps what is chosen in it
    requestAnimationFrame(() => {
      const seen = rects().find(isWhole)
      if (seen) lookAt(seen)
    })
  }
  return {
    openForChosen(): void {
      clearTimeout(waiting)
      if (sideOpen.peek()) return
      if (rects().some(wouldTake)) waiting = setTimeout(openLate, AGAIN)
      else {
        sideOpen.value = true
        openedAt = performance.now()
      }
    },
    /** The click was one of two, which have opened or closed something in the picture: where the sheet would lie over that, nobody has asked for details. */
    openedOther(): void {
      if (!isNarrow.peek()) return
      clearTimeout(waiting)
      if (performance.now() - openedAt < AGAIN) sideOpen.value = false
    },
    /** What was clicked is let go. */
    leave: (): void => clearTimeout(waiting),
  }
}
