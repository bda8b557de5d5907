/** A finger goes so far before it is known whether it pulls a list or the picture, CSS pixels. */
const UNDECIDED = 6

/** How far down a finger has pulled since it came down, CSS pixels. */
type Pull = (pixels: number) => void

/**
 * Hears of one finger that pulls a list up or down where it came down on one: the picture stays then. A finger that goes sideways, and two,
 * are for the picture.
 * @param pullAt what pulls the list at a point; null where none is. @returns what ends it.
 */
export function hearListDrag(element: HTMLElement, pullAt: (touch: Touch) => Pull | null): () => void {
  const ends = new AbortController()
  let down: { readonly x: number; readonly y: number; readonly pull: Pull } | null = null
  let isPulling = false
  const begin = (event: TouchEvent): void => {
    if (isPulling) {
      event.stopImmediatePropagation()
      return
    }
    const [touch] = event.touches
    const pull = event.touches.length === 1 ? pullAt(touch!) : null
    down = pull && { x: touch!.clientX, y: touch!.clientY, pull }
  }
  const move = (event: TouchEvent): void => {
    if (!down) return
    const [dx, dy] = [event.touches[0]!.clientX - down.x, event.touches[0]!.clientY - down.y]
    if (!isPulling && Math.hypot(dx, dy) >= UNDECIDED) {
      isPulling = Math.abs(dy) > Math.abs(dx)
      if (!isPulling) down = null
    }
    if (!down) return
    event.stopImmediatePropagation()
    event.preventDefault()
    if (isPulling) down.pull(dy)
  }
  const end = (event: TouchEvent): void => {
    if (event.touches.length > 0) return
    down = null
    isPulling = false
  }
  // Before what moves the picture hears of them.
  const heard = { capture: true, passive: false, signal: ends.signal }
  element.addEventListener('touchstart', begin, heard)
  element.addEventListener('touchmove', move, heard)
  element.addEventListener('touchend', end, heard)
  element.addEventListener('touchcancel', end, heard)
  return () => ends.abort()
}
