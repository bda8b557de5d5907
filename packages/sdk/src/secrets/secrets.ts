/** A value shorter than this is hidden only where it stands alone: hiding every `1` would leave nothing to read. */
const SHORTEST_ANYWHERE = 4
/** What a call carries is taken for a secret from this length on: a header's `true` or `v2` is none. */
const SHORTEST_LEARNED = 8
const MOST_LEARNED = 1000
const HIDDEN = '***'

/** What must never be printed: the values of the credentials, and what calls are authorized with. */
export class Secrets {
  readonly #values: Set<string>
  #learned = 0
  #pattern: RegExp | undefined

  constructor(credentials: unknown) {
    this.#values = new Set(valuesOf(credentials))
  }

  /** Adds what a run came by on its way, such as a token that a sign-in gave. */
  learn(value: string): void {
    if (value.length < SHORTEST_LEARNED || this.#values.has(value) || this.#learned >= MOST_LEARNED) return
    this.#learned += 1
    this.#values.add(value)
    this.#pattern = undefined
  }

  /** The text with `***` for every secret, also where it is written as in an address, in a form, in JSON or in base64. */
  hide(text: string): string {
    if (this.#values.size === 0) return text
    this.#pattern ??= patternOf(this.#values)
    return text.replace(this.#pattern, HIDDEN)
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
      waiting.push(...Object.values(value))
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

/** Longest first, so that a secret within a secret does not leave the rest of the longer one. */
function patternOf(values: Iterable<string>): RegExp {
  const spellings = [...new Set([...values].flatMap(spellingsOf))].sort((a, b) => b.length - a.length)
  return new RegExp(spellings.map(patternOfSpelling).join('|'), 'gu')
}

function spellingsOf(value: string): string[] {
  const wellFormed = Buffer.from(value).toString() // half a character cannot stand in an address
  const inForm = new URLSearchParams([['', wellFormed]]).toString().slice(1)
  const inJson = JSON.stringify(value).slice(1, -1)
  const all = [value, value.trim(), encodeURIComponent(wellFormed), encodeURI(wellFormed), inForm, inJson]
  if (value.length >= SHORTEST_LEARNED) all.push(Buffer.from(value).toString('base64').replace(/=+$/, ''))
  return all
}

function patternOfSpelling(spelling: string): string {
  const literal = spelling.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return spelling.length >= SHORTEST_ANYWHERE ? literal : `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`
}
