import type { ReadonlySignal } from '@preact/signals'
import type { Model } from '../panels/model.ts'
import { toTransform, type Size } from '../scene/camera/camera.ts'
import type { Rect } from '../scene/picture/picture.ts'
import type { Prepared } from '../scene/picture/prepared.ts'
import { rectOf } from '../scene/picture/rects-of.ts'
import { WIDE } from './start-panels.ts'

/** So long after a click or a tap a second one may follow, milliseconds: a little more than phones wait for one. */
const AGAIN = 400

type Side = Pick<Model, 'sideOpen' | 'sideWidth' | 'sheetHeight' | 'isNarrow' | 'camera' | 'size'>

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
  picture: ReadonlySignal<Prepared | null>,
  chosen: ReadonlySignal<ReadonlySet<number>>,
  lookAt: (things: Iterable<number>) => void,
) {
  let waiting: ReturnType<typeof setTimeout> | undefined
  /** Where a thing is in the window, CSS pixels. */
  const seenOf = (thing: number): Rect => {
    const { x, y, k } = toTransform(camera.peek(), size.peek())
    const rect = rectOf(picture.peek()!, thing)
    return { x: rect.x * k + x, y: rect.y * k + y, width: rect.width * k, height: rect.height * k }
  }
  const wouldTake = (thing: number): boolean => {
    const sizes = { sideWidth: sideWidth.peek(), sheetHeight: sheetHeight.peek() }
    return isTakenBySide(seenOf(thing), size.peek(), isNarrow.peek(), sizes)
  }
  const isWhole = (thing: number): boolean => {
    const { x, y, width, height } = seenOf(thing)
    const window = size.peek()
    return x >= 0 && y >= 0 && x + width <= window.width && y + height <= window.height
  }
  const openLate = (): void => {
    sideOpen.value = true
    if (isNarrow.peek() || innerWidth >= WIDE) return // the window is smaller then, and keeps what is chosen in it
    requestAnimationFrame(() => picture.peek() && lookAt([...chosen.peek()].filter(isWhole)))
  }
  return {
    openForChosen(): void {
      clearTimeout(waiting)
      if (sideOpen.peek()) return
      if (picture.peek() && [...chosen.peek()].some(wouldTake)) waiting = setTimeout(openLate, AGAIN)
      else sideOpen.value = true
    },
    /** What was clicked is let go. */
    leave: (): void => clearTimeout(waiting),
  }
}
