import type { Span } from './scan-json.ts'

/** How many lists of places two threads share, and how many places one list holds. */
const LISTS = 8
export const LIST_SIZE = 1024

/** A list is nobody's, waits to be taken, is being worked at by the other thread, or has been answered. */
const FREE = 0
const ASKED = 1
const TAKEN = 2
const ANSWERED = 3

/** Stands for what has no span. */
export const NO_SPAN = -1

/** Words of the head: how many lists were ever asked for, and whether nobody will ask any more. */
const TICKET = 0
const CLOSED = 1
const HEAD = 2
/** Bytes of a place: file, paths, start and end, and the offset. */
const PLACE_BYTES = 4 * 4 + 8

/** The places of a list, as columns, and room for what is found there. */
export interface SharedList {
  readonly number: number
  /** By place, its file and the byte at which its line begins; the paths that are looked for, by number, or NO_SPAN for none. */
  readonly files: Int32Array
  readonly offsets: Float64Array
  readonly paths: Int32Array
  /** By place, where the value is, in units of the line from 0; NO_SPAN where it is to be looked for otherwise. */
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/**
 * Lists of places in memory that two threads share. One asks for the values at these places, in an order, and the other finds them
 * meanwhile; a list that nobody has begun when it is needed is found by the one who asked, so that neither waits for the other to wake up.
 */
export class SharedSpans {
  readonly buffer: SharedArrayBuffer
  readonly #head: Int32Array
  readonly #states: Int32Array
  readonly #counts: Int32Array
  readonly #lists: readonly SharedList[]

  /** @param buffer that of another thread; a new one where it is not given. */
  constructor(buffer = new SharedArrayBuffer(LISTS * (LIST_SIZE * PLACE_BYTES + 8) + HEAD * 4)) {
    this.buffer = buffer
    let at = 0
    const ints = (length: number): Int32Array =>
      new Int32Array(buffer, (at += length * 4) - length * 4, length)
    const offsets = Array.from(
      { length: LISTS },
      () => new Float64Array(buffer, (at += LIST_SIZE * 8) - LIST_SIZE * 8, LIST_SIZE),
    )
    this.#head = ints(HEAD)
    this.#states = ints(LISTS)
    this.#counts = ints(LISTS)
    this.#lists = offsets.map((offsetsOfList, number) => ({
      number,
      files: ints(LIST_SIZE),
      offsets: offsetsOfList,
      paths: ints(LIST_SIZE),
      starts: ints(LIST_SIZE),
      ends: ints(LIST_SIZE),
    }))
  }

  /** A list that can be filled; undefined where all are in use. */
  free(): SharedList | undefined {
    return this.#lists.find(({ number }) => Atomics.load(this.#states, number) === FREE)
  }

  /** Asks for the values at the first `count` places of a list. */
  ask({ number }: SharedList, count: number): void {
    this.#counts[number] = count
    Atomics.store(this.#states, number, ASKED)
    Atomics.add(this.#head, TICKET, 1)
    Atomics.notify(this.#head, TICKET)
  }

  /**
   * Waits for the answer where the other thread has begun with a list.
   * @returns whether it is there; where nobody had begun, the list is free again. Undefined where it did not come in time.
   */
  hasAnswer({ number }: SharedList, patience: number): boolean | undefined {
    if (Atomics.compareExchange(this.#states, number, ASKED, FREE) === ASKED) return false
    while (Atomics.load(this.#states, number) === TAKEN)
      if (Atomics.wait(this.#states, number, TAKEN, patience) === 'timed-out') return undefined
    return true
  }

  /** Gives a list back whose answer has been read. */
  release({ number }: SharedList): void {
    Atomics.store(this.#states, number, FREE)
  }

  /** Says that nobody will ask any more. */
  close(): void {
    Atomics.store(this.#head, CLOSED, 1)
    Atomics.add(this.#head, TICKET, 1)
    Atomics.notify(this.#head, TICKET)
  }

  /** Finds what is asked for, place by place, until nobody will ask any more. Blocks its thread. @param find gives undefined for none. */
  answer(find: (file: number, offset: number, paths: number) => Span | undefined): void {
    for (let next = 0; Atomics.load(this.#head, CLOSED) === 0;) {
      const ticket = Atomics.load(this.#head, TICKET)
      const list = this.#lists[next]!
      if (Atomics.compareExchange(this.#states, next, ASKED, TAKEN) === ASKED) {
        findAll(list, this.#counts[next]!, find)
        Atomics.store(this.#states, next, ANSWERED)
        Atomics.notify(this.#states, next)
      } else if (this.#states.indexOf(ASKED) < 0) {
        Atomics.wait(this.#head, TICKET, ticket)
      }
      next = (next + 1) % LISTS
    }
  }
}

function findAll(
  { files, offsets, paths, starts, ends }: SharedList,
  count: number,
  find: (file: number, offset: number, paths: number) => Span | undefined,
): void {
  for (let i = 0; i < count; i++) {
    const span = paths[i] === NO_SPAN ? undefined : find(files[i]!, offsets[i]!, paths[i]!)
    starts[i] = span?.start ?? NO_SPAN
    ends[i] = span?.end ?? NO_SPAN
  }
}
