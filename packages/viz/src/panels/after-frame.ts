/** Does after the next frame what can wait for it: only the last that it is given until then. */
export function startAfterFrame(): (work: () => void) => void {
  let waiting: (() => void) | null = null
  return (work) => {
    const isAwaited = waiting !== null
    waiting = work
    if (isAwaited) return
    requestAnimationFrame(() =>
      setTimeout(() => {
        const last = waiting
        waiting = null
        last?.()
      }),
    )
  }
}
