/** What is wrong with a text, or hides a part of it, and the UTF-16 offset where that begins. */
export interface QueryWarning {
  readonly message: string
  readonly at: number
}

/** More than this many tell a reader nothing that the first ones did not. */
const MOST_WARNINGS = 100

export function warn(warnings: QueryWarning[], message: string, at: number): void {
  if (warnings.length < MOST_WARNINGS) warnings.push({ message, at })
}
