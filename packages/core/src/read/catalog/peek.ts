/** The beginning of a stream, and the stream with it still before the rest. */
export interface Peeked {
  readonly head: Uint8Array
  /** Whether the beginning is all. */
  readonly whole: boolean
  readonly chunks: AsyncIterable<Uint8Array>
}

/** Looks at the first `size` bytes of a stream, or a few more, before it is read. */
export async function peek(chunks: AsyncIterable<Uint8Array>, size: number): Promise<Peeked> {
  const rest = chunks[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let length = 0
  let whole = false
  while (length < size && !whole) {
    const next = await rest.next()
    if (next.done) {
      whole = true
    } else {
      first.push(next.value)
      length += next.value.length
    }
  }
  const head = new Uint8Array(length)
  first.reduce((at, chunk) => (head.set(chunk, at), at + chunk.length), 0)
  return { head, whole, chunks: followed(first, rest) }
}

async function* followed(
  first: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* first
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.() // closes the file also where a reader stops early
  }
}
