const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Pieces that are bytes, whole characters of UTF-8 each, as texts. */
export function* textsOf(pieces: Iterable<string | Uint8Array>): Generator<string> {
  for (const piece of pieces) yield typeof piece === 'string' ? piece : decoder.decode(piece)
}
