/**
 * A declaration that the Python SDK would refuse, or that would lose something on its way.
 * @example
 * ```ts
 * try {
 *   internalResource('')
 * } catch (error) {
 *   if (error instanceof DeclarationError) console.error(error.place, error.what, error.help)
 * }
 * ```
 */
export class DeclarationError extends Error {
  override readonly name = 'DeclarationError'
  readonly code = 'declaration'
  constructor(
    /** What is wrong. */
    readonly what: string,
    /** How to mend it. */
    readonly help: string,
    /** `file:line:column` of the call in the author's file, where it is known. */
    readonly place?: string,
  ) {
    super(`${place === undefined ? '' : `${place}: `}${what}; ${help}`)
  }
}
