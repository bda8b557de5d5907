import { UsageError } from '../input/usage-error.ts'

const VARIABLE = 'SECODA_API_KEY'
const HELP = `set ${VARIABLE} in the environment to a key of your workspace, and to nothing else; it is never an argument, which others could see`

/** The key of the workspace, from the environment alone. No error repeats it. */
export function apiKey(environment: NodeJS.ProcessEnv = process.env): string {
  const key = environment[VARIABLE]?.trim() ?? ''
  if (key === '') throw new UsageError(`${VARIABLE} is not set`, HELP)
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new UsageError(
      `${VARIABLE} holds more than a key: a blank, a line end, or a letter of no key`,
      HELP,
    )
  return key
}
