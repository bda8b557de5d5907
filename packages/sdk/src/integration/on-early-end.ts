/** Of those that are under way: what each does where the process ends before it. */
const underWay = new Set<(why: string) => void>()

const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Nothing is left that could go on: an answer, a timer. */
let hasDrained = false

/**
 * Has something done where the process ends before a run does: by a signal, by process.exit(), by an error that nobody caught, or
 * since a promise in it never settles. Then the process does not end with 0.
 * @param act does it at once: nothing can be awaited any more.
 * @returns ends that, when the run has ended.
 */
export function onEarlyEnd(act: (why: string) => void): () => void {
  if (underWay.size === 0) listen()
  underWay.add(act)
  return () => {
    if (underWay.delete(act) && underWay.size === 0) ignore()
  }
}

function listen(): void {
  process.on('beforeExit', onDrained).on('exit', onExit)
  for (const signal of SIGNALS) process.prependListener(signal, onSignal)
}

function ignore(): void {
  process.off('beforeExit', onDrained).off('exit', onExit)
  for (const signal of SIGNALS) process.off(signal, onSignal)
}

function onDrained(): void {
  hasDrained = true
  setImmediate(() => (hasDrained = false)).unref() // somebody else may find more to do
}

function onExit(code: number): void {
  if (!process.exitCode) process.exitCode = 1
  endAll(
    hasDrained
      ? 'nothing was left to wait for before extract() had ended: a promise in it never settles'
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
  for (const act of underWay) act(why)
  underWay.clear()
}
