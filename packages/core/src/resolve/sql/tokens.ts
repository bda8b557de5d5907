/** The kinds of token. Numbers, since a query can have hundreds of thousands. */
export const TOKEN = {
  /** Behind the last token, and before the first. */
  end: 0,
  word: 1,
  quoted: 2,
  string: 3,
  number: 4,
  /** What a template or a parameter puts there: `{{ … }}`, `${…}`, `:p`, `?`. */
  template: 5,
  /** `{% … %}`: steers a template, and puts nothing there. */
  tag: 6,
  /** `@name`: a variable, or a stage. */
  variable: 7,
  symbol: 8,
} as const
export type TokenKind = (typeof TOKEN)[keyof typeof TOKEN]

/** The tokens of a text, in columns; blanks and comments are left out. Places are UTF-16 offsets, `end` exclusive. */
export class Tokens {
  readonly #kinds: TokenKind[] = []
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  readonly #words: string[] = []

  constructor(readonly text: string) {}

  get count(): number {
    return this.#kinds.length
  }

  add(kind: TokenKind, start: number, end: number, word: string): void {
    this.#kinds.push(kind)
    this.#starts.push(start)
    this.#ends.push(end)
    this.#words.push(word)
  }

  kind(token: number): TokenKind {
    return this.#kinds[token] ?? TOKEN.end
  }

  start(token: number): number {
    return this.#starts[token] ?? this.text.length
  }

  end(token: number): number {
    return this.#ends[token] ?? this.text.length
  }

  /** A symbol itself, or in upper case a word that can be a keyword where it stands; else ''. */
  word(token: number): string {
    return this.#words[token] ?? ''
  }

  /** The token as it is written. */
  written(token: number): string {
    return this.text.slice(this.start(token), this.end(token))
  }

  /** Does the token begin where the one before it ends? */
  touches(token: number): boolean {
    return token > 0 && token < this.count && this.start(token) === this.end(token - 1)
  }
}
