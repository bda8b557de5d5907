/** A finger that rests so long asks what can be done with what it is on, milliseconds: as phones have it. */
const LONG = 500
/** A finger never rests quite, CSS pixels. */
const SHAKES = 10

/**
 * Hears of a finger that rests where it came down: not every browser makes a `contextmenu` of that. The click that may follow is none.
 * @returns what ends it.
 */
export function hearLongPress(element: HTMLElement, onPress: (at: PointerEvent) => void): () => void {
  const ends = new AbortController()
  const { signal } = ends
  let timer: ReturnType<typeof setTimeout> | undefined
  let down: PointerEvent | null = null
  let isPressed = false
  const leave = (): void => {
    clearTimeout(timer)
    down = null
  }
  const begin = (event: PointerEvent): void => {
    isPressed = false
    leave()
    if (event.pointerType !== 'touch' || !event.isPrimary) return // a second finger: it is a pinch
    down = event
    timer = setTimeout(() => {
      isPressed = true
      leave()
      onPress(event)
    }, LONG)
  }
  const move = ({ clientX, clientY }: PointerEvent): void => {
    if (down && Math.hypot(clientX - down.clientX, clientY - down.clientY) > SHAKES) leave()
  }
  element.addEventListener('pointerdown', begin, { signal })
  element.addEventListener('pointermove', move, { signal })
  for (const type of ['pointerup', 'pointercancel', 'contextmenu'])
    element.addEventListener(type, leave, { signal })
  element.addEventListener(
    'click',
    (event) => {
      if (!isPressed) return
      isPressed = false
      event.stopImmediatePropagation()
    },
    { capture: true, signal },
  )
  return () => {
    leave()
    ends.abort()
  }
}
