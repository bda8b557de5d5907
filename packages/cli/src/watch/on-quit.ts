/** `q`, Ctrl-C, Ctrl-D: at a terminal that hands over every key, Ctrl-C is no signal. */
const QUIT_KEYS = /[qQ\u0003\u0004]/

/**
 * Calls `quit` at a key, at a signal that asks for the end, and when nobody reads what is written any more.
 * @returns how to give the terminal back as it was.
 */
export function onQuit(quit: () => void): () => void {
  const { stdin, stdout } = process
  const hear = (keys: Buffer): void => {
    if (QUIT_KEYS.test(keys.toString('latin1'))) quit()
  }
  for (const signal of SIGNALS) process.on(signal, quit)
  stdout.once('close', quit)
  if (stdin.isTTY) {
    stdin.setRawMode(true)
    stdin.on('data', hear)
  }
  return () => {
    for (const signal of SIGNALS) process.off(signal, quit)
    stdout.off('close', quit)
    if (!stdin.isTTY) return
    stdin.off('data', hear)
    stdin.setRawMode(false)
    stdin.pause()
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
