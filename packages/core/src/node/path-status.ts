import { realpathSync, statSync, type BigIntStats } from 'node:fs'
import { pathError } from './path-error.ts'

/** What the system knows of a path, through links; times in nanoseconds. Throws PathError where there is nothing. */
export function statusOf(path: string): BigIntStats {
  try {
    return statSync(path, { bigint: true })
  } catch (error) {
    throw pathError(path, error)
  }
}

/** Equal for two paths that lead to one thing: a file by the path that is left without links, a pipe or a device by its number. */
export function identityOf(path: string, status: BigIntStats): string {
  if (!status.isFile()) return numberOf(status)
  try {
    return realpathSync.native(path)
  } catch {
    return numberOf(status) // open, but without a name: a shell's here-document
  }
}

/** Where the system keeps it. */
export const numberOf = ({ dev, ino }: BigIntStats): string => `${dev}:${ino}`
