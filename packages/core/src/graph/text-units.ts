import { fold } from '../resolve/fold.ts'

/** The form in which texts are compared: what people take for the same is the same. */
export const nearKey = (text: string): string => (isKey(text) ? text : fold(text.trim()))

/** Texts by number, each made when it is asked for. */
export interface Texts {
  readonly length: number
  at(index: number): string
  /** Whether they come in the order of their code units. */
  readonly isInOrder?: boolean
}

/** Texts that are there already. */
export const textsOf = (texts: readonly string[]): Texts => ({
  length: texts.length,
  at: (index) => texts[index]!,
})

/** Texts in the order of their code units, each made once, and their numbers. */
export function inOrderOf(texts: Texts): {
  readonly sorted: readonly string[]
  readonly numbers: Uint32Array
} {
  const all = Array.from({ length: texts.length }, (_, i) => texts.at(i))
  if (texts.isInOrder) return { sorted: all, numbers: Uint32Array.from(all.keys()) }
  // A plain array: it notices what is in order already, a typed one does not.
  const numbers = Array.from(all.keys()).sort((one, other) => compareUnits(all[one]!, all[other]!))
  return { sorted: numbers.map((i) => all[i]!), numbers: Uint32Array.from(numbers) }
}

export const compareUnits = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** The keys of many texts as UTF-16 code units end to end: text `i` is `units` from `starts[i]` to `starts[i + 1]`. */
export interface TextUnits {
  readonly units: Uint8Array | Uint16Array
  readonly starts: Uint32Array
  readonly longest: number
}

/** Takes in the keys of texts: a byte a unit as long as all are Latin, else two. No text is kept. */
export function unitsOfKeys(texts: Texts): TextUnits {
  const starts = new Uint32Array(texts.length + 1)
  let units: Uint8Array | Uint16Array = new Uint8Array(1 << 12)
  let end = 0
  let longest = 0
  for (let i = 0; i < texts.length; i++) {
    const key = nearKey(texts.at(i))
    if (end + key.length > units.length) units = larger(units, end + key.length)
    for (let at = 0; at < key.length; at++) {
      const unit = key.charCodeAt(at)
      if (unit > 0xff && units instanceof Uint8Array) units = Uint16Array.from(units)
      units[end + at] = unit
    }
    end += key.length
    starts[i + 1] = end
    longest = Math.max(longest, key.length)
  }
  return { units, starts, longest }
}

/** Whether a text is its own key, as most are: graphic ASCII without capitals. */
function isKey(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit <= 0x20 || unit >= 0x7f || (unit >= 0x41 && unit <= 0x5a)) return false
  }
  return true
}

function larger<T extends Uint8Array | Uint16Array>(units: T, length: number): T {
  const grown = new (units.constructor as new (length: number) => T)(Math.max(length, units.length * 2))
  grown.set(units)
  return grown
}
