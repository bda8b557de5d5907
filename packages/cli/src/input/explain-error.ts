import { EXIT, type ExitCode } from './exit-code.ts'

/** The user's errors, by their `code`: core's classes are not loaded for the sake of an `instanceof`. */
const EXIT_OF: ReadonlyMap<unknown, ExitCode> = new Map([
  ['usage', EXIT.usage],
  ['config', EXIT.usage],
  ['path', EXIT.path],
  ['nothing', EXIT.nothing],
])

/** What to say of an error, and the code for it. The user's errors say how to mend them; all others are ours. */
export function explainError(error: unknown): { readonly text: string; readonly exitCode: ExitCode } {
  if (error instanceof Error && 'code' in error && 'what' in error && 'help' in error) {
    const exitCode = EXIT_OF.get(error.code)
    const where = 'where' in error && error.where !== undefined ? `${error.where}: ` : ''
    if (exitCode !== undefined)
      return { text: `lineagraph: ${where}${error.what}\n  help: ${error.help}\n`, exitCode }
  }
  const trace = error instanceof Error ? error.stack : String(error)
  return {
    text: `lineagraph: a fault of lineagraph itself; please open an issue with this text\n${trace}\n`,
    exitCode: EXIT.fault,
  }
}
