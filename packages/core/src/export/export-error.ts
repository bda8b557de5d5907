/**
 * What cannot be exported in the way that was asked for.
 * @example
 * ```ts
 * try {
 *   exportGraph(report, { format: 'mermaid' })
 * } catch (error) {
 *   if (error instanceof ExportError) console.error(error.what, error.help)
 * }
 * ```
 */
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
