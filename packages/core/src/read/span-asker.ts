import type { LinePlace } from './problem.ts'
import type { JsonPath } from './scan-json.ts'
import { LIST_SIZE, NO_SPAN, type SharedSpans } from './shared-spans.ts'

/** A value of a line: the first of these paths that the line has. No paths where another thread need not look. */
export interface ValuePlace extends Omit<LinePlace, 'line'> {
  readonly paths: readonly JsonPath[] | undefined
}

/** Where values are, by place: units of the line from 0; NO_SPAN where a value is to be looked for otherwise. */
export interface SpanList {
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** As many values as can be asked for at once. */
export const MOST_ASKED = LIST_SIZE

/** As long, in milliseconds, the other thread may take for a list: one that is still alive takes a hundredth of that. */
const PATIENCE = 2000

/** Asks another thread where values are in their lines, before whoever tells of them needs it. */
export class SpanAsker {
  readonly #shared: SharedSpans
  readonly #numbers = new Map<readonly JsonPath[], number>()
  #lastPaths: readonly JsonPath[] | undefined
  #lastNumber = NO_SPAN
  readonly #tell: (paths: readonly JsonPath[]) => void
  #isGone = false

  /** @param tell tells the other thread what the next number of paths stands for. */
  constructor(shared: SharedSpans, tell: (paths: readonly JsonPath[]) => void) {
    this.#shared = shared
    this.#tell = tell
  }

  /**
   * Asks for up to MOST_ASKED values.
   * @returns gives the answer, once; undefined where the other thread has not begun, and it is quicker not to wait for it.
   */
  ask(places: readonly ValuePlace[]): () => SpanList | undefined {
    const shared = this.#shared
    const list = this.#isGone ? undefined : shared.free()
    if (list === undefined) return () => undefined
    for (let i = 0; i < places.length; i++) {
      const { file, offset, paths } = places[i]!
      list.files[i] = file
      list.offsets[i] = offset
      list.paths[i] = paths === undefined ? NO_SPAN : this.#numberOf(paths)
    }
    shared.ask(list, places.length)
    return () => {
      const isFound = shared.hasAnswer(list, PATIENCE)
      if (isFound === undefined) this.#isGone = true
      if (!isFound) return undefined
      const answer = { starts: list.starts.slice(0, places.length), ends: list.ends.slice(0, places.length) }
      shared.release(list)
      return answer
    }
  }

  /** Lets the other thread end. */
  close(): void {
    this.#shared.close()
  }

  #numberOf(paths: readonly JsonPath[]): number {
    if (paths === this.#lastPaths) return this.#lastNumber
    let number = this.#numbers.get(paths)
    if (number === undefined) {
      number = this.#numbers.size
      this.#numbers.set(paths, number)
      this.#tell(paths)
    }
    this.#lastPaths = paths
    this.#lastNumber = number
    return number
  }
}
