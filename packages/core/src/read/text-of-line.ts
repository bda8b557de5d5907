const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const BYTE_ORDER_MARK = '\ufeff'

/**
 * The text of a line, without its line end: what columns count in. A byte-order mark at the head of the file and the carriage
 * return of a Windows line end are no part of it; bytes that are not UTF-8 become U+FFFD.
 * @example
 * ```ts
 * textOfLine(new TextEncoder().encode('a\r'), 0) // 'a'
 * ```
 */
export function textOfLine(bytes: Uint8Array, offset: number): string {
  let text = decoder.decode(bytes)
  if (offset === 0 && text.startsWith(BYTE_ORDER_MARK)) text = text.slice(1)
  return text.endsWith('\r') ? text.slice(0, -1) : text
}
