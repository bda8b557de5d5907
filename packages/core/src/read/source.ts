/**
 * A file of a run, or what a program printed. The core reads it through this door alone, so that the same code runs over
 * files in Node and over Blobs in a browser.
 */
export interface Source {
  /** How findings call it. */
  readonly name: string
  /** What a program printed: text between its declarations is no finding. */
  readonly printed?: boolean
  /** In bytes, where it is known. */
  readonly size?: number
  /** The whole, from its first byte on. */
  chunks(): AsyncIterable<Uint8Array>
  /** The bytes from `start` to `end`, again, as far as they exist; undefined where the file has changed since it was read. */
  slice(start: number, end: number): Uint8Array | undefined
}

/** A source that is in memory. */
export const bytesSource = (name: string, bytes: Uint8Array): Source => ({
  name,
  size: bytes.length,
  async *chunks() {
    yield bytes
  },
  slice: (start, end) => bytes.subarray(start, end),
})
