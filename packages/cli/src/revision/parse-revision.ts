/** A place in the history of a repository: `main:fixtures/run`. */
export interface Revision {
  /** As git names a commit: a branch, a tag, `HEAD~1`. */
  readonly commit: string
  /** From the root of the repository, or, with `./` at its head, from the current folder. Empty for the root. */
  readonly path: string
}

/** A drive of Windows, which is no revision of one letter. */
const DRIVE = /^[A-Za-z]:[\\/]/

/** Reads `REVISION:PATH`; undefined for what can only be a path. */
export function parseRevision(given: string): Revision | undefined {
  const colon = given.indexOf(':')
  if (colon < 1 || DRIVE.test(given)) return undefined
  return { commit: given.slice(0, colon), path: given.slice(colon + 1).replace(/\/+$/, '') }
}
