import { basename } from 'node:path'

/** Python by its name, and programs of it that are started by theirs. */
const PYTHON = /^(?:python|pypy)[\d.]*(?:\.exe)?$|\.pyw?$/

/**
 * Says, of a command that runs a Python, by itself or as `uv run` does, that nothing was seen of it, where none loaded the shim. Undefined
 * for other commands: they may run no Python at all.
 */
export function tellUnseen(words: readonly string[]): string | undefined {
  if (!words.some((word) => PYTHON.test(basename(word)))) return undefined
  return (
    'what the integration calls and which credentials it reads could not be seen: this Python does not load what record puts on its path\n' +
    '  help: leave out its options -I, -E and -S, and take Python 3.8 or later; --no-shim leaves this out'
  )
}
