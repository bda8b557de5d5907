/** What was declared cannot be written: why, and how to mend it. */
export class OutputError extends Error {
  override readonly name = 'OutputError'
  readonly code = 'output'
  constructor(
    readonly what: string,
    readonly help: string,
  ) {
    super(`${what}; ${help}`)
  }
}
