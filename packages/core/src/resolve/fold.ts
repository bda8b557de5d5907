import { Strings, UNSET, type StringIndex } from '../read/strings.ts'

/** The form in which two names are the same but for their case and their Unicode form. */
export const fold = (text: string): string => text.normalize('NFC').toLowerCase()

/** Stands for a text whose folded form nobody has taken in. */
const NOWHERE = -2
const NOT_LOOKED_AT = -3

/** Folded forms of the texts of a run as integers: two texts with one number are the same when folded. */
export class Folds {
  readonly #strings: Strings
  readonly #folded = new Strings()

  constructor(strings: Strings) {
    this.#strings = strings
  }

  /** The folded form of a text, taken in if it is new; UNSET stays UNSET. */
  intern(text: StringIndex): number {
    return text === UNSET ? UNSET : this.#folded.intern(fold(this.#strings.get(text)))
  }

  /** Writes the folded forms of a tuple of texts into `folded`, and gives it back. */
  internAll(texts: Int32Array, folded: Int32Array): Int32Array {
    for (let part = 0; part < texts.length; part++) folded[part] = this.intern(texts[part]!)
    return folded
  }

  /**
   * What looks for folded forms among those that have been taken in by now: the form, UNSET for UNSET, NOWHERE where it is none of
   * them. Each text is folded once, 4 bytes a text; forms that nobody asks for take no memory.
   */
  finder(): (text: StringIndex) => number {
    const known = new Int32Array(this.#strings.size).fill(NOT_LOOKED_AT)
    return (text) => {
      if (text === UNSET) return UNSET
      if (known[text] === NOT_LOOKED_AT) {
        const found = this.#folded.find(fold(this.#strings.get(text)))
        known[text] = found === UNSET ? NOWHERE : found
      }
      return known[text]!
    }
  }
}
