/**
 * Runs in the page before anything of it: keeps how long the callbacks of each frame and the handlers of input took, when inputs were
 * painted, and long tasks.
 */
export function watchPage() {
  const watched = globalThis
  watched.longTasks = []
  /** Script of one frame: the handlers since the frame before and its callbacks. */
  watched.frames = []
  /** When each input that is waited for was made, and when the frame after it was painted. */
  watched.painted = []
  /** When the picture was last wiped to be painted anew. */
  watched.wiped = 0
  let handling = 0
  let isPainted = false
  let frame = null
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.longTasks.push(duration)
  }).observe({ entryTypes: ['longtask'] })

  const timed = (callback) => {
    const began = performance.now()
    try {
      return callback()
    } finally {
      handling += performance.now() - began
    }
  }
  const ask = watched.requestAnimationFrame.bind(watched)
  watched.requestAnimationFrame = (callback) =>
    ask((now) => {
      if (frame !== now) {
        frame = now
        // After all callbacks of this frame.
        const channel = new MessageChannel()
        channel.port1.addEventListener('message', () => {
          // Only frames in which the picture was painted or moved: others have nothing to do.
          if (isPainted) watched.frames.push(handling)
          isPainted = false
          handling = 0
          channel.port1.close()
        })
        channel.port1.start()
        channel.port2.postMessage(null)
      }
      timed(() => callback(now))
    })
  new MutationObserver((changes) => {
    if (changes.some(({ target }) => target instanceof HTMLCanvasElement)) isPainted = true
  }).observe(document, { subtree: true, attributeFilter: ['style'] })
  const clear = CanvasRenderingContext2D.prototype.clearRect
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    isPainted = true
    if (this.canvas.dataset?.cards !== undefined) watched.wiped = performance.now()
    return clear.apply(this, box)
  }
  /** By listener what is heard in its place; it is to be taken away with it. */
  const watchers = new WeakMap()
  const listen = EventTarget.prototype.addEventListener
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (
      !['wheel', 'pointermove', 'click', 'dblclick', 'keydown'].includes(type) ||
      typeof listener !== 'function'
    )
      return listen.call(this, type, listener, options)
    if (!watchers.has(listener))
      watchers.set(listener, function (event) {
        return timed(() => listener.call(this, event))
      })
    return listen.call(this, type, watchers.get(listener), options)
  }
  const forget = EventTarget.prototype.removeEventListener
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    forget.call(this, type, listener, options)
    if (watchers.has(listener)) forget.call(this, type, watchers.get(listener), options)
  }
}
