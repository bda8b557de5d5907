import type { SpanAsker } from './span-asker.ts'
import type { StringParts } from './strings.ts'

/** Texts of a table of strings that were most likely meant to be others of it: both by their indexes. */
export interface NearestTask {
  readonly strings: StringParts
  readonly asked: Int32Array
  readonly known: Int32Array
  /** As `NearestIndex.nearestOf` takes it. */
  readonly effort: number
}

/** Work that another thread does while this one goes on: what is worth starting a thread for, and needs no more than it is given. */
export interface Elsewhere {
  /** Starts a thread that finds values in the lines of the run. */
  spans(): SpanAsker
  /**
   * Starts a thread that finds what texts were meant to be.
   * @returns waits for what was found, by text; undefined where that thread has not begun, or failed: then it is to be found here.
   */
  nearest(task: NearestTask): () => ReadonlyMap<string, string> | undefined
}
