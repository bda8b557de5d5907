/** What cannot be exported in the way that was asked for. */
export class ExportError extends Error {
  override readonly name = 'ExportError'
  readonly code = 'usage'
  constructor(
    readonly what: string,
    readonly help: string,
  ) {
    super(`${what}; ${help}`)
  }
}
