import type { StringParts } from './strings.ts'

/** Texts of a table of strings, and others of it that each was most likely meant to be one of: by their indexes. */
export interface NearestTask {
  readonly asked: Int32Array
  readonly known: Int32Array
  /** As `NearestIndex.nearestOf` takes it. */
  readonly effort: number
}

/** The asked texts, in some order, and what each was meant to be: a known one, or UNSET. */
export interface NearestFound {
  readonly asked: Int32Array
  readonly nearest: Int32Array
}

/**
 * Has another thread find what texts were meant to be, while this one goes on. What is handed in is its own from then on.
 * @returns waits for what was found; undefined where that thread has not begun, or failed: then it is to be found here.
 */
export type FindNearestElsewhere = (strings: StringParts, task: NearestTask) => () => NearestFound | undefined
