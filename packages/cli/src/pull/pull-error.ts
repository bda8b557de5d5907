/** A workspace that cannot be read: what Secoda said or did not say, and how to mend it. */
export class PullError extends Error {
  override readonly name = 'PullError'
  /** As a path that cannot be read. */
  readonly code = 'path'
  constructor(
    readonly what: string,
    readonly help: string,
  ) {
    super(`${what}; ${help}`)
  }
}
