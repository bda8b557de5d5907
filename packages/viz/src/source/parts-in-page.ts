import { bytesOf, CUT } from './packed-parts.ts'

/** What a piece of a part begins with, as `report-page.ts` writes it, and more characters than that has. */
const OPENING = /<script type="application\/gzip" data-part="(\w{1,40})" data-index="(\d{1,9})">/
const LONGEST_OPENING = 200
const CLOSING = '</script>'

/** A piece that is being read. */
interface OpenPiece {
  /** Those of its part that came before. */
  readonly pieces: Blob[]
  readonly bytes: Uint8Array<ArrayBuffer>[]
}

/**
 * The packed parts in the text of a saved report, found without making a page of it. The text comes bit by bit, cut anywhere, and never is
 * more of it held than one bit.
 */
export class PartsInPage {
  readonly #parts = new Map<string, Blob[][]>()
  /** What has come and has not been understood yet. */
  #rest = ''
  #open: OpenPiece | undefined

  /** Takes in what comes next. Throws with {@link CUT} where a piece is not as it was written. */
  take(text: string): void {
    this.#rest += text
    while (this.#open ? this.#readOn(this.#open) : this.#findNext());
  }

  /** The parts of one name, in their order. Throws with {@link CUT} where the text has ended inside a piece. */
  named(name: string): Blob[] {
    if (this.#open) throw new Error(CUT)
    return (this.#parts.get(name) ?? []).map((pieces) => new Blob(pieces))
  }

  #findNext(): boolean {
    const found = OPENING.exec(this.#rest)
    if (!found) {
      this.#rest = this.#rest.slice(-LONGEST_OPENING)
      return false
    }
    const [opening, name = '', index] = found
    const parts = this.#parts.get(name) ?? []
    this.#parts.set(name, parts)
    if (Number(index) > parts.length) throw new Error(CUT) // they stand in their order
    this.#open = { pieces: (parts[Number(index)] ??= []), bytes: [] }
    this.#rest = this.#rest.slice(found.index + opening.length)
    return true
  }

  #readOn({ pieces, bytes }: OpenPiece): boolean {
    const end = this.#rest.indexOf('<')
    const behind = end < 0 ? '' : this.#rest.slice(end, end + CLOSING.length)
    const isEnd = behind === CLOSING
    if (!CLOSING.startsWith(behind)) throw new Error(CUT)
    const given = end < 0 ? this.#rest.length : end
    const length = isEnd ? given : given - (given % 4) // what 3 bytes are written with
    bytes.push(decoded(this.#rest.slice(0, length)))
    this.#rest = this.#rest.slice(isEnd ? end + CLOSING.length : length)
    if (!isEnd) return false
    pieces.push(new Blob(bytes))
    this.#open = undefined
    return true
  }
}

function decoded(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return bytesOf(base64)
  } catch {
    throw new Error(CUT)
  }
}
