export type Utf16 = 'UTF-16LE' | 'UTF-16BE'

/**
 * The encoding of a text that begins with these bytes, where it is not UTF-8: by its byte-order mark, or by the zero beside the brace with
 * which a declaration begins. PowerShell's `>` writes it so.
 * @example
 * ```ts
 * utf16Of(Uint8Array.of(0xff, 0xfe)) // 'UTF-16LE'
 * ```
 */
export function utf16Of(head: Uint8Array): Utf16 | undefined {
  const [first, second] = head
  if ((first === 0xff && second === 0xfe) || (first === 0x7b && second === 0)) return 'UTF-16LE'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x7b)) return 'UTF-16BE'
  return undefined
}

/**
 * The same text in UTF-8, without its byte-order mark.
 * @example
 * ```ts
 * const utf8 = recoded(bytesSource('x', Uint8Array.of(0xff, 0xfe, 0x61, 0)).chunks(), 'UTF-16LE')
 * ```
 */
export async function* recoded(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Utf16,
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding)
  const encoder = new TextEncoder()
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }))
  yield encoder.encode(decoder.decode())
}
