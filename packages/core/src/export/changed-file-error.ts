/** A file of the run is no longer what was read: what its lines declare cannot be written. */
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
