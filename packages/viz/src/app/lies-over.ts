import type { Rect } from '../scene/picture/picture.ts'

/** Room around what is looked at, in CSS pixels. */
export const AROUND = 12
/** Less of a window, in CSS pixels, is none. */
export const LEAST = 120
/** From the edge of the window on so much is taken by a panel over it, not by a bar within. */
const HIGH = 0.6

/** How many CSS pixels of a window's sides and foot are covered. */
export interface Covered {
  readonly left: number
  readonly right: number
  readonly bottom: number
}

/**
 * How much of the window is covered, where something is to be seen: panels take its sides, bars its foot, if what is looked at would come to
 * lie under them.
 * @param over what lies over the window, in its own coordinates. @param seen where what is looked at would be.
 */
export function coveredBy(over: readonly Rect[], window: Rect, seen: Rect): Covered {
  let [left, right, bottom] = [0, 0, 0]
  for (const { x, y, width, height } of over) {
    if (height > window.height * HIGH) {
      if (x + width / 2 < window.width / 2) left = Math.max(left, x + width)
      else right = Math.max(right, window.width - x)
    } else if (
      seen.x < x + width + AROUND &&
      seen.x + seen.width > x - AROUND &&
      seen.y + seen.height > y - AROUND &&
      seen.y < y + height
    )
      bottom = Math.max(bottom, window.height - y)
  }
  return { left, right, bottom }
}

/** The foot of a window that bars take under which something of the picture would lie. @param isTaken whether anything stands in a rectangle of the window. */
export const footOf = (bars: readonly Rect[], window: Rect, isTaken: (rect: Rect) => boolean): number =>
  bars.reduce((foot, bar) => (isTaken(bar) ? Math.max(foot, window.height - bar.y + AROUND) : foot), 0)

const OVER = '.side.panel, .outline.panel, .bar-part, .minimap:not(.aside) > .minimap-picture, .minimap-zoom'

/** The bars at the foot of the picture. */
const BARS = '.bar-part'

/** What of the page lies over the picture now: panels on a page of middle width, and the bars at its foot. */
export const overThePicture = (): Rect[] => rectsOver(OVER)
export const barsOverThePicture = (): Rect[] => rectsOver(BARS)

function rectsOver(selector: string): Rect[] {
  const window = document.querySelector('.window')?.getBoundingClientRect()
  if (!window) return []
  const found: Rect[] = []
  for (const element of document.querySelectorAll(selector)) {
    const box = element.getBoundingClientRect()
    const isOver = box.left < window.right && box.right > window.left && box.top < window.bottom
    if (isOver && box.width > 0 && !element.closest('.details'))
      found.push({ x: box.x - window.x, y: box.y - window.y, width: box.width, height: box.height })
  }
  return found
}
