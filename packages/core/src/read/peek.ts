/**
 * The first bytes of a stream, fewer where it is shorter, and the whole stream, these bytes among it.
 * @example
 * ```ts
 * const { head, whole } = await peek(bytesSource('x', new Uint8Array(9)).chunks(), 2)
 * ```
 */
export async function peek(
  chunks: AsyncIterable<Uint8Array>,
  count: number,
): Promise<{ readonly head: Uint8Array; readonly whole: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]()
  const read: Uint8Array[] = []
  let length = 0
  while (length < count) {
    const next = await iterator.next()
    if (next.done) break
    read.push(next.value)
    length += next.value.length
  }
  const head = new Uint8Array(Math.min(count, length))
  for (let at = 0, i = 0; at < head.length; at += read[i++]!.length)
    head.set(read[i]!.subarray(0, head.length - at), at)
  return {
    head,
    whole: (async function* () {
      try {
        yield* read
        yield* { [Symbol.asyncIterator]: () => iterator }
      } finally {
        await iterator.return?.() // whoever stops early closes the file too
      }
    })(),
  }
}

/**
 * Whether a file that begins with these bytes is compressed by gzip.
 * @example
 * ```ts
 * isGzip(Uint8Array.of(0x1f, 0x8b)) // true
 * ```
 */
export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b
