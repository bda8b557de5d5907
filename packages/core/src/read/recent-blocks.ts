/** 4 MiB in blocks of 64 KiB: a finding points to some twenty places at most, each of which may lie in a block of its own. */
const MOST = 64

/**
 * The blocks of the files of a run that were used last. Lines that are read again lie in a few places at a time, often far apart; all
 * files share the blocks, so that what is held does not grow with their number.
 * @example
 * ```ts
 * const blocks = new RecentBlocks()
 * ```
 */
export class RecentBlocks {
  readonly #most: number
  /** In the order of use, the last one last. */
  readonly #blocks = new Map<string, Uint8Array>()
  #lastKey = ''

  constructor(most = MOST) {
    this.#most = most
  }

  /** The block of a key, loaded where it is not held; undefined where it cannot be loaded. */
  get(key: string, load: () => Uint8Array | undefined): Uint8Array | undefined {
    const held = this.#blocks.get(key)
    if (held !== undefined && key === this.#lastKey) return held
    const block = held ?? load()
    if (block === undefined) return undefined
    this.#lastKey = key
    this.#blocks.delete(key)
    this.#blocks.set(key, block)
    const oldest = this.#blocks.keys().next()
    if (this.#blocks.size > this.#most && !oldest.done) this.#blocks.delete(oldest.value)
    return block
  }
}
