import { zigzag } from '../../src/source/folded/number-planes.ts'
import type { SectionWriter } from '../../src/source/folded/section.ts'

/** Longer texts are not looked through for a joint: they are told, not named. */
const LONGEST_NAME = 512
/** What stands between a name and what it is in: `.`, `/`, `:` and `|`. */
const JOINTS = new Set([0x2e, 0x2f, 0x3a, 0x7c])

/** Numbers texts as they come, and spells the new ones, see `section.ts`. */
export class TextFolder {
  readonly #writer: SectionWriter
  readonly #numbers = new Map([['', 0]])
  readonly #words: Spellings
  readonly #gaps: Spellings
  #lastHead = 0

  constructor(writer: SectionWriter) {
    this.#writer = writer
    const { numbers, bytes } = writer
    this.#words = new Spellings(numbers.wordLengths, bytes.letters)
    this.#gaps = new Spellings(numbers.gapLengths, bytes.gapLetters, [''])
  }

  numberOf(text: string): number | undefined {
    return this.#numbers.get(text)
  }

  /** Spells a text that has no number yet. @returns the one that it gets. */
  spell(text: string): number {
    const { numbers, bytes } = this.#writer
    const joint = this.#jointIn(text)
    if (joint < 0) {
      numbers.heads.put(0)
      this.#spellWords(text)
    } else {
      const head = this.#numbers.get(text.slice(0, joint))!
      numbers.heads.put(1 + zigzag(head - this.#lastHead))
      this.#lastHead = head
      bytes.joints.put(text.charCodeAt(joint))
      const leaf = text.slice(joint + 1)
      const known = this.#numbers.get(leaf)
      numbers.leaves.put(known ?? 0)
      if (known === undefined) {
        this.#spellWords(leaf)
        this.#add(leaf)
      }
    }
    return this.#add(text)
  }

  #add(text: string): number {
    const number = this.#numbers.size
    this.#numbers.set(text, number)
    return number
  }

  /** The last joint with a known text before it and something behind it, or -1. */
  #jointIn(text: string): number {
    if (text.length > LONGEST_NAME) return -1
    for (let at = text.length - 2; at > 0; at--)
      if (JOINTS.has(text.charCodeAt(at)) && this.#numbers.has(text.slice(0, at))) return at
    return -1
  }

  #spellWords(text: string): void {
    const { numbers } = this.#writer
    let at = 0
    do {
      const start = at
      while (isOfWord(text.charCodeAt(at))) at++
      const end = at
      while (at < text.length && !isOfWord(text.charCodeAt(at))) at++
      numbers.words.put(this.#words.numberOf(text.slice(start, end)))
      const gap = this.#gaps.numberOf(text.slice(end, at))
      numbers.gaps.put(2 * gap + (at === text.length ? 1 : 0))
    } while (at < text.length)
  }
}

/** Letters, digits, and all that is beyond ASCII; not the end of a text. */
const isOfWord = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x30 && unit <= 0x39) ||
  unit >= 0x80

/** Numbers words, or gaps, from 1 on; and spells a new one, whose number is 0 that once. */
class Spellings {
  readonly #numbers: Map<string, number>
  readonly #lengths: SectionWriter['numbers']['wordLengths']
  readonly #letters: SectionWriter['bytes']['letters']

  constructor(
    lengths: SectionWriter['numbers']['wordLengths'],
    letters: SectionWriter['bytes']['letters'],
    known: readonly string[] = [],
  ) {
    this.#lengths = lengths
    this.#letters = letters
    this.#numbers = new Map(known.map((text, i) => [text, i + 1]))
  }

  numberOf(text: string): number {
    const number = this.#numbers.get(text)
    if (number !== undefined) return number
    this.#numbers.set(text, this.#numbers.size + 1)
    this.#lengths.put(text.length)
    this.#letters.putText(text)
    return 0
  }
}
