/**
 * A file of the run is no longer what was read: what its lines declare cannot be written.
 * @example
 * ```ts
 * try {
 *   for (const { text } of resourceLines(graph)) console.log(text)
 * } catch (error) {
 *   if (error instanceof ChangedFileError) console.error(error.message)
 * }
 * ```
 */
export class ChangedFileError extends Error {
  override readonly name = 'ChangedFileError'
  readonly code = 'path'
  readonly what: string
  readonly help = 'run the command again, when nothing writes to it'
  constructor(file: string) {
    super(`'${file}' has changed since it was read`)
    this.what = this.message
  }
}
