import { fstatSync } from 'node:fs'
import { PathError } from './path-error.ts'
import { numberOf } from './path-status.ts'

/** Stands for standard input among paths. */
export const STANDARD_INPUT = '-'

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
