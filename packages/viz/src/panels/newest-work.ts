/** Does, when its time has come, only the last of what it is given until then. @param schedule when that is, such as the next frame. */
export function startNewest(schedule: (due: () => void) => void): (work: () => void) => void {
  let waiting: (() => void) | null = null
  return (work) => {
    const isAwaited = waiting !== null
    waiting = work
    if (isAwaited) return
    schedule(() => {
      const newest = waiting
      waiting = null
      newest?.()
    })
  }
}
