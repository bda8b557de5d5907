/** Timers, which a test can turn by itself. */
export interface Timers {
  /** Does something after so many milliseconds. @returns how to call it off. */
  after(milliseconds: number, act: () => void): () => void
}

/** A run is written in many steps: what comes within this is one change. Milliseconds. */
export const QUIET = 100
/** An integration may write without a pause: this long after the first change, what is there so far is checked. Milliseconds. */
export const LONGEST_WAIT = 1000

/** Checks that follow changes: one for many, never two at a time, and one more for what changes during a check. */
export class Rechecks {
  readonly #check: () => Promise<void>
  readonly #timers: Timers
  #isChecking = false
  #isStale = false
  #isStopped = false
  /** Calls off the check that waits for quiet, and the end of that wait. */
  #callOff: (() => void) | undefined
  #callOffLongest: (() => void) | undefined
  #end: () => void = () => {}
  #fail: (error: unknown) => void = () => {}
  /** Whether one is under way. */
  get isChecking(): boolean {
    return this.#isChecking
  }

  /** Settles when they were stopped; rejects with what a check rejects with. */
  readonly ended = new Promise<void>((resolve, reject) => {
    this.#end = resolve
    this.#fail = reject
  })

  constructor(check: () => Promise<void>, timers: Timers) {
    this.#check = check
    this.#timers = timers
    this.#begin()
  }

  /** Says that something has changed. */
  changed(): void {
    if (this.#isStopped) return
    if (this.#isChecking) {
      this.#isStale = true
      return
    }
    this.#callOff?.()
    this.#callOff = this.#timers.after(QUIET, () => this.#begin())
    this.#callOffLongest ??= this.#timers.after(LONGEST_WAIT, () => this.#begin())
  }

  /** Ends them. A check that is under way is not waited for. */
  stop(): void {
    this.#isStopped = true
    this.#stopWaiting()
    this.#end()
  }

  #begin(): void {
    this.#stopWaiting()
    this.#isChecking = true
    this.#isStale = false
    this.#check().then(
      () => {
        this.#isChecking = false
        if (this.#isStale) this.changed()
      },
      (error: unknown) => {
        this.#fail(error)
        this.stop()
      },
    )
  }

  #stopWaiting(): void {
    this.#callOff?.()
    this.#callOffLongest?.()
    this.#callOff = this.#callOffLongest = undefined
  }
}
