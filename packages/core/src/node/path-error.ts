/** A path that is not there or cannot be read: what, and how to mend it. */
export class PathError extends Error {
  override readonly name = 'PathError'
  constructor(
    readonly path: string,
    readonly what: string,
    readonly help: string,
  ) {
    super(`${what}; ${help}`)
  }
}

/** The error for what the file system says of a path. */
export function pathError(path: string, error: unknown): PathError {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT')
    return new PathError(
      path,
      `there is no file or folder '${path}'`,
      'correct the path; a run is the folder that holds resources.jsonl and lineage.jsonl',
    )
  if (code === 'EACCES' || code === 'EPERM')
    return new PathError(path, `'${path}' may not be read`, 'look at its permissions')
  return new PathError(
    path,
    `'${path}' cannot be read (${code ?? String(error)})`,
    'look at the file and its disk',
  )
}
