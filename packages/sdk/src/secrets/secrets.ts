import { base64Pieces, hideWords } from './base64.ts'
import { escapedPattern, literally } from './escaped-pattern.ts'

/** A value shorter than this is hidden only where it stands alone: hiding every `1` would leave nothing to read. */
const SHORTEST_ANYWHERE = 4
/** What a call carries is taken for a secret from this length on: a header's `true` or `v2` is none. */
const SHORTEST_LEARNED = 8
const MOST_LEARNED = 1000
const HIDDEN = '***'

/** Hides what must never be printed. */
export interface Hiding {
  /** The text with `***` for every secret. */
  hide(text: string): string
  holds(text: string): boolean
}

/** What must never be printed: the values of the credentials, and what calls are authorized with. */
export class Secrets implements Hiding {
  readonly #values: Set<string>
  #learned = 0
  #patterns: Patterns | undefined

  constructor(credentials: unknown) {
    this.#values = new Set(valuesOf(credentials))
  }

  /** Adds what a run came by on its way, such as a token that a sign-in gave. */
  learn(value: string): void {
    if (value.length < SHORTEST_LEARNED || this.#values.has(value) || this.#learned >= MOST_LEARNED) return
    this.#learned += 1
    this.#values.add(value)
    this.#patterns = undefined
  }

  /** Also where it is written as in an address, in a form, in JSON or in base64, alone or with more in one word. */
  hide(text: string): string {
    if (this.#values.size === 0) return text
    const { base64, plain } = (this.#patterns ??= patternsOf([...this.#values]))
    return (base64 ? hideWords(text, base64, HIDDEN) : text).replace(plain, HIDDEN)
  }

  holds = (text: string): boolean => this.hide(text) !== text
}

function* valuesOf(credentials: unknown): Iterable<string> {
  const seen = new Set<object>()
  const waiting: unknown[] = [credentials]
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (typeof value === 'string' && value.trim() !== '') yield* [value, ...longLinesOf(value)]
    else if (typeof value === 'number' || typeof value === 'bigint') yield String(value)
    else if (typeof value === 'object' && value !== null && !seen.has(value)) {
      seen.add(value)
      if (ArrayBuffer.isView(value))
        waiting.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString())
      else
        waiting.push(
          ...(value instanceof Map ? value.values() : value instanceof Set ? value : Object.values(value)),
        )
    }
  }
}

/** The lines of a private key are printed one by one where a program shows it as a list of lines. */
const longLinesOf = (value: string): string[] =>
  value.includes('\n')
    ? value
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line.length >= SHORTEST_LEARNED)
    : []

interface Patterns {
  readonly plain: RegExp
  /** Undefined where no value is long enough. */
  readonly base64: RegExp | undefined
}

function patternsOf(values: readonly string[]): Patterns {
  const pieces = values.filter(({ length }) => length >= SHORTEST_ANYWHERE).flatMap(base64Pieces)
  return {
    plain: patternOf(values.flatMap(spellingsOf), spelledPattern),
    base64: pieces.length > 0 ? patternOf(pieces, literally) : undefined,
  }
}

/** Longest first, so that a secret within a secret does not leave the rest of the longer one. */
function patternOf(spellings: readonly string[], write: (spelling: string) => string): RegExp {
  const sorted = [...new Set(spellings)].sort((a, b) => b.length - a.length)
  return new RegExp(sorted.map(write).join('|'), 'gu')
}

/** As it is, and as it is written in an address. */
function spellingsOf(value: string): string[] {
  const wellFormed = Buffer.from(value).toString() // half a character cannot stand in an address
  const inForm = new URLSearchParams([['', wellFormed]]).toString().slice(1)
  const inAddress = [encodeURIComponent(wellFormed), encodeURI(wellFormed), inForm, strictly(wellFormed)]
  return [value, value.trim(), ...inAddress, ...inAddress.map(inSmallHex)]
}

/** As other languages write it in an address. Source: RFC 3986, 2.2. */
const strictly = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)

const inSmallHex = (text: string): string => text.replace(/%[0-9A-F]{2}/g, (each) => each.toLowerCase())

function spelledPattern(spelling: string): string {
  const pattern = escapedPattern(spelling)
  return spelling.length >= SHORTEST_ANYWHERE ? pattern : `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`
}
