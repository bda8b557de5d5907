/** A file of a run before it is read. */
export interface RunInput {
  readonly name: string
  readonly blob: Blob
}
