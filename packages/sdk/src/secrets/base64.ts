/** Characters of base64 that a piece has at least: fewer stand in other words by chance. */
const SHORTEST_PIECE = 4
const IN_WORD = /[A-Za-z0-9+/_-]/
const PADDING = /(?:=|%3D){0,2}/iy

/**
 * What stands in base64 for a value, wherever it begins in what is encoded: `password` in that of `user:password`, too.
 * Characters in which bits of something else stand are left out.
 */
export function base64Pieces(value: string): string[] {
  const bytes = [Buffer.from(value), Buffer.from(value, 'latin1')] // as btoa() takes it
  const pieces = bytes.flatMap((each) => [0, 1, 2].map((before) => pieceOf(each, before)))
  const long = pieces.filter((piece) => piece.length >= SHORTEST_PIECE)
  return [...new Set(long.flatMap((piece) => [piece, inAddress(piece), encodeURIComponent(piece)]))]
}

/** @param before bytes before it, modulo 3. */
function pieceOf(bytes: Buffer, before: number): string {
  const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
  return encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6))
}

const inAddress = (piece: string): string => piece.replaceAll('+', '-').replaceAll('/', '_')

/** The text with `hidden` for every word of base64 in which `pieces`, a global pattern, is found. Time O(n) beside the search. */
export function hideWords(text: string, pieces: RegExp, hidden: string): string {
  let result = ''
  let from = 0
  pieces.lastIndex = 0
  for (let match = pieces.exec(text); match !== null; match = pieces.exec(text)) {
    let [start, end] = [match.index, match.index + match[0].length]
    while (start > from && IN_WORD.test(text.charAt(start - 1))) start -= 1
    while (end < text.length && IN_WORD.test(text.charAt(end))) end += 1
    PADDING.lastIndex = end
    end += PADDING.exec(text)?.[0].length ?? 0
    result += text.slice(from, start) + hidden
    from = pieces.lastIndex = end
  }
  return result + text.slice(from)
}
