/** Wrong usage: what is wrong, and how to mend it. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly code = 'usage'
  constructor(
    readonly what: string,
    readonly help: string,
  ) {
    super(`${what}; ${help}`)
  }
}
