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
  readonly size?: number | undefined
  /** The whole, from its first byte on. */
  chunks(): AsyncIterable<Uint8Array>
  /** The bytes from `start` to `end`, again, as far as they exist; undefined where the file has changed since it was read. */
  slice(start: number, end: number): Uint8Array | undefined
  /** Opens it so that any part of it can be read; undefined where it has to be read from its first byte on. */
  open?(): OpenFile | undefined
  /** What was wrong with the whole, known once `chunks` has come to its end. What could be read has been given all the same. */
  faults?(): readonly SourceFault[]
}

/** A file that is read as it stands, in whatever order. */
export interface OpenFile {
  readonly path: string
  /** By which every thread can read it. */
  readonly handle: number
  /** In bytes. */
  readonly size: number
  /** Fills `target` with the bytes from `start` on, of which there must be as many. Throws where there are not. */
  read(target: Uint8Array, start: number): void
  close(): void
}

/** A source that is not what it should be. */
export type SourceFault =
  /** A compressed file that ends before its time, or that is not what was compressed. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'damaged' }
  /** Text in another encoding, which `chunks` gives as UTF-8. */
  | { readonly kind: 'recoded'; readonly encoding: string }

/**
 * A source that is in memory.
 * @example
 * ```ts
 * const source = bytesSource('run.jsonl', new TextEncoder().encode('{}\n'))
 * ```
 */
export const bytesSource = (name: string, bytes: Uint8Array): Source => ({
  name,
  size: bytes.length,
  async *chunks() {
    yield bytes
  },
  slice: (start, end) => bytes.subarray(start, end),
})
