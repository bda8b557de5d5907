/** Safari's own event for a pinch, which no standard has: `scale` is that since the pinch began. */
interface PinchEvent extends UIEvent {
  readonly scale: number
  readonly clientX: number
  readonly clientY: number
}

/**
 * Hears of a pinch on a trackpad in Safari, where other browsers make a wheel with Ctrl of it. With fingers on a screen Safari has these events
 * too, beside the touches: then they are for those to tell.
 * @param onPinch how much larger since the last time, and where. @returns what ends it.
 */
export function hearSafariPinch(
  element: HTMLElement,
  onPinch: (factor: number, at: { readonly clientX: number; readonly clientY: number }) => void,
): () => void {
  const ends = new AbortController()
  const hear = (types: readonly string[], on: (event: Event) => void): void => {
    for (const type of types) element.addEventListener(type, on, { passive: false, signal: ends.signal })
  }
  let fingers = 0
  let before = 1
  hear(['touchstart', 'touchend', 'touchcancel'], (event) => {
    fingers = (event as TouchEvent).touches.length
  })
  hear(['gesturestart', 'gesturechange', 'gestureend'], (event) => {
    event.preventDefault() // it would enlarge the page
    const { type, scale, clientX, clientY } = event as PinchEvent
    if (type === 'gesturechange' && fingers === 0) onPinch(scale / before, { clientX, clientY })
    before = type === 'gesturechange' ? scale : 1
  })
  return () => ends.abort()
}
