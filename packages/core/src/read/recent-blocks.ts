/** 4 MiB in blocks of 64 KiB: a finding points to some twenty places at most, each of which may lie in a block of its own. */
const MOST = 64

interface Block {
  readonly bytes: Uint8Array
  /** Whether it was asked for since it came, or since it was last spared. */
  isUsed: boolean
}

/**
 * The blocks of the files of a run that were used last. Lines that are read again lie in a few places at a time, often far apart; all
 * files share the blocks, so that what is held does not grow with their number. Of full ones the oldest goes that was not asked for again:
 * second chance, Corbató 1968, which costs a look at a block nothing.
 * @example
 * ```ts
 * const blocks = new RecentBlocks()
 * ```
 */
export class RecentBlocks {
  readonly #most: number
  /** The oldest first. */
  readonly #blocks = new Map<string, Block>()

  constructor(most = MOST) {
    this.#most = most
  }

  /** The block of a key, loaded where it is not held; undefined where it cannot be loaded. */
  get(key: string, load: () => Uint8Array | undefined): Uint8Array | undefined {
    const held = this.#blocks.get(key)
    if (held !== undefined) {
      held.isUsed = true
      return held.bytes
    }
    const bytes = load()
    if (bytes === undefined) return undefined
    if (this.#blocks.size >= this.#most) this.#letOneGo()
    this.#blocks.set(key, { bytes, isUsed: false })
    return bytes
  }

  #letOneGo(): void {
    for (const [key, block] of this.#blocks) {
      this.#blocks.delete(key)
      if (!block.isUsed) return
      block.isUsed = false
      this.#blocks.set(key, block)
    }
  }
}
