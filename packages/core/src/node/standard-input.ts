import { fstatSync } from 'node:fs'
import type { Source } from '../read/source.ts'
import { PathError } from './path-error.ts'
import { numberOf } from './path-status.ts'
import { spooledSource } from './spooled-source.ts'

/** Stands for standard input among paths. */
export const STANDARD_INPUT = '-'

let known: Source | undefined

/** What comes through standard input. It comes once in a process, whoever reads it: a second reading gives what was kept of the first. */
export const standardInput = (): Source =>
  (known ??= spooledSource('<stdin>', () => process.stdin, { printed: true }))

/**
 * What standard input is: equal to the identity of a path that leads to the same pipe, such as /dev/stdin. Throws PathError where it is
 * a folder, which Node reads as nothing at all.
 * @param handle its file descriptor.
 */
export function standardInputIdentity(handle = 0): string {
  const status = fstatSync(handle, { bigint: true })
  if (status.isDirectory())
    throw new PathError(
      STANDARD_INPUT,
      'standard input is a folder',
      "give the folder as a path; '-' is for what a program prints",
    )
  return numberOf(status)
}
