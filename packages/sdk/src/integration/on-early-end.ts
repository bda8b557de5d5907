/** What is done where the process ends before a run. */
export interface EarlyEnd {
  /** Does it at once: nothing can be awaited any more. */
  act(why: string): void
  /** Also where a signal ends the process. */
  readonly atSignal: boolean
}

/** Of the runs that are under way. */
const underWay = new Set<EarlyEnd>()

const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Nothing is left that could go on: an answer, a timer. */
let hasDrained = false

/**
 * Has something done where the process ends before a run does: by a signal, by process.exit(), by an error that nobody caught, or
 * since a promise in it never settles. Then the process does not end with 0.
 * @returns ends that, when the run has ended.
 */
export function onEarlyEnd(run: EarlyEnd): () => void {
  underWay.add(run)
  listen()
  return () => {
    underWay.delete(run)
    listen()
  }
}

/** To what the runs under way need, and to nothing else. */
function listen(): void {
  process.off('beforeExit', onDrained).off('exit', onExit)
  if (underWay.size > 0) process.on('beforeExit', onDrained).on('exit', onExit)
  const atSignal = [...underWay].some((run) => run.atSignal)
  for (const signal of SIGNALS) {
    process.off(signal, onSignal)
    if (atSignal) process.prependListener(signal, onSignal)
  }
}

/** Whoever runs the process is to see that it failed. */
export function failProcess(): void {
  if (!process.exitCode) process.exitCode = 1
}

function onDrained(): void {
  hasDrained = true
  setImmediate(() => (hasDrained = false)).unref() // somebody else may find more to do
}

function onExit(code: number): void {
  failProcess()
  endAll(
    hasDrained
      ? 'nothing was left to wait for before the run had ended: a promise in it never settles'
      : `the process ended with exit code ${code === 0 ? `0, which becomes ${process.exitCode}` : code}`,
  )
}

/** Whoever else listens decides what becomes of the process. Else it ends as it would have. */
function onSignal(signal: NodeJS.Signals): void {
  process.off(signal, onSignal) // others look whether they are the only ones
  if (process.listenerCount(signal) > 0) return
  endAll(`it was ended by ${signal}`)
  process.kill(process.pid, signal)
}

function endAll(why: string): void {
  for (const run of underWay) run.act(why)
  underWay.clear()
}
