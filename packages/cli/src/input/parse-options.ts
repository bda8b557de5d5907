import { SEVERITIES, type Severity } from '@lineagraph/core'
import { MOST_THREADS } from '@lineagraph/core/node'
import { UsageError } from './usage-error.ts'

/** Where a report goes: a format, and the file to write it to; standard output where there is none. */
export interface Output<Format extends string> {
  readonly format: Format
  readonly file: string | undefined
}

/** Reads `FORMAT[:FILE]`. */
export function parseOutput<Format extends string>(
  given: string,
  formats: readonly Format[],
): Output<Format> {
  const colon = given.indexOf(':')
  const name = colon < 0 ? given : given.slice(0, colon)
  const file = colon < 0 ? undefined : given.slice(colon + 1)
  const format = formats.find((known) => known === name)
  if (format === undefined)
    throw new UsageError(`there is no format '${name}'`, `the formats are ${formats.join(', ')}`)
  if (file === '') throw new UsageError(`'${given}' names no file`, `write ${name}:FILE, or ${name} alone`)
  return { format, file }
}

/** Reads the one output of a command: `-f FORMAT[:FILE]`, and `-o FILE` beside it. */
export function parseOutputOption<Format extends string>(
  { format: given, output }: { readonly format: string; readonly output?: string },
  formats: readonly Format[],
): Output<Format> {
  const { format, file } = parseOutput(given, formats)
  if (output === '') throw new UsageError('-o names no file', 'write -o FILE')
  if (file !== undefined && output !== undefined)
    throw new UsageError(
      `-f names the file '${file}', and -o the file '${output}'`,
      `write one of the two: -f ${format} -o FILE, or -f ${format}:FILE`,
    )
  return { format, file: file ?? output }
}

/** Reads `ID=SEVERITY`, as often as it is given. Whether there is such a rule is for the check to say. */
export function parseRules(given: readonly string[]): { [id: string]: Severity | 'off' } {
  const levels = [...SEVERITIES, 'off'] as const
  const rules = given.map((text): [string, Severity | 'off'] => {
    const [id, name] = [text.slice(0, text.lastIndexOf('=')), text.slice(text.lastIndexOf('=') + 1)]
    const level = levels.find((known) => known === name)
    if (!text.includes('=') || level === undefined)
      throw new UsageError(
        `--rule ${text} names no severity`,
        `write --rule ID=SEVERITY with one of ${levels.join(', ')}`,
      )
    return [id, level]
  })
  return Object.fromEntries(rules) // `__proto__` too becomes a key, for the check to refuse
}

/** Reads the number of a port; 0 is any that is free. */
export function parsePort(given: string): number {
  const port = /^\d{1,5}$/.test(given) ? Number(given) : Infinity
  if (port > 65_535) throw new UsageError(`--port ${given} is no port`, 'write a number from 0 to 65535')
  return port
}

/** Reads a count of zero or more. */
export function parseCount(given: string, option: string): number {
  if (!/^\d+$/.test(given))
    throw new UsageError(`${option} ${given} is no count`, `write ${option} 0, 1, 2 …`)
  return Number(given)
}

/** Reads how many threads are to read. */
export function parseThreads(given: string): number {
  if (!/^[1-9]\d*$/.test(given) || Number(given) > MOST_THREADS)
    throw new UsageError(
      `--threads ${given} is no number of threads from 1 to ${MOST_THREADS}`,
      `write --threads 1, 2, 3 … ${MOST_THREADS}, or leave it out: then there is one a processor, up to 4`,
    )
  return Number(given)
}
