/** As many bytes are loaded at once when a line is looked at again. */
export const BLOCK = 1 << 16

/**
 * Bytes of a file that is looked at in blocks.
 * @param blockAt the block of a number, from 0 on; undefined where it can no longer be read, shorter where the file has become shorter.
 * @param size of the file: what is asked for behind its end is left out.
 * @returns all of the bytes, or undefined where any can no longer be read.
 * @example
 * ```ts
 * const blocks = [new Uint8Array(BLOCK)]
 * const bytes = sliceOfBlocks((index) => blocks[index], BLOCK, 10, 20)
 * ```
 */
export function sliceOfBlocks(
  blockAt: (index: number) => Uint8Array | undefined,
  size: number,
  start: number,
  end: number,
): Uint8Array | undefined {
  const length = Math.max(0, Math.min(end, size) - start)
  const index = Math.floor(start / BLOCK)
  const inside = start - index * BLOCK
  if (length <= BLOCK - inside) {
    const part = blockAt(index)?.subarray(inside, inside + length)
    return part?.length === length ? part : undefined
  }

  const bytes = new Uint8Array(length)
  for (let next = index, filled = 0; filled < length; next++) {
    const block = blockAt(next)
    const from = next === index ? inside : 0
    const part = block?.subarray(from, Math.min(BLOCK, from + length - filled))
    if (part?.length !== Math.min(BLOCK - from, length - filled)) return undefined
    bytes.set(part, filled)
    filled += part.length
  }
  return bytes
}
