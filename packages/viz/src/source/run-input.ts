/** A file of a run before it is read. */
export interface RunInput {
  readonly name: string
  readonly blob: Blob
  /** It holds tables that the workspace has already, and is no part of the run. */
  readonly isCatalog?: boolean
  /** What a program printed: text between its declarations is no finding. */
  readonly printed?: boolean
}
