import { readlinkSync } from 'node:fs'

/**
 * A path that is not there or cannot be read: what, and how to mend it.
 * @example
 * ```ts
 * try {
 *   await checkRun('nowhere/')
 * } catch (error) {
 *   if (error instanceof PathError) console.error(error.what, error.help)
 * }
 * ```
 */
export class PathError extends Error {
  override readonly name = 'PathError'
  readonly code = 'path'
  constructor(
    readonly path: string,
    readonly what: string,
    readonly help: string,
  ) {
    super(`${what}; ${help}`)
  }
}

/** How to mend the path of a run that is not there. */
export const MISSING_RUN =
  'correct the path; a run is the folder that holds resources.jsonl and lineage.jsonl'

/** The error for what the file system says of a path. */
export function pathError(path: string, error: unknown): PathError {
  const code = systemCode(error)
  const target = linkTarget(path)
  if (target !== undefined && (code === 'ENOENT' || code === 'ELOOP'))
    return new PathError(
      path,
      `'${path}' is a link to '${target}', which leads nowhere`,
      'mend the link, or remove it',
    )
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new PathError(path, `there is no file or folder '${path}'`, MISSING_RUN)
  if (code === 'EACCES' || code === 'EPERM')
    return new PathError(path, `'${path}' may not be read`, 'look at its permissions')
  return new PathError(path, `'${path}' cannot be read (${code})`, 'look at the file and its disk')
}

/** What the system calls an error, such as ENOENT; its text where it has no such name. */
export const systemCode = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error)

function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}
