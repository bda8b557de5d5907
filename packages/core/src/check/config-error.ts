/**
 * A wrong configuration: what is wrong, and how to mend it.
 * @example
 * ```ts
 * try {
 *   parseConfig('{ "preset": "stricter" }', 'lineagraph.config.json')
 * } catch (error) {
 *   if (error instanceof ConfigError) console.error(error.where, error.what, error.help)
 * }
 * ```
 */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly code = 'config'
  /** @param where `file:line:column`, where it stands in a file. */
  constructor(
    readonly what: string,
    readonly help: string,
    readonly where?: string,
  ) {
    super(`${where === undefined ? '' : `${where}: `}${what}; ${help}`)
  }
}
