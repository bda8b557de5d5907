import { shownName, visible } from './quote.ts'

/** Words of ours with what a run gives between them: its names, which are shown so that they can do no harm, and numbers. */
export class Sentence {
  /** @param fixed one more than are given: what stands before, between and behind. The same array whenever the same is said. */
  constructor(
    readonly fixed: readonly string[],
    readonly given: readonly (string | number)[],
  ) {}
}

/** What people read: a sentence that is put together by whoever shows it, or a text. */
export type Words = string | Sentence

/**
 * Says something of names in a run.
 * @example
 * ```ts
 * textOf(say`'${'a\nb'}' is declared ${2} times`) // the line end spelt out
 * ```
 */
export const say = (fixed: TemplateStringsArray, ...given: readonly (string | number)[]): Sentence =>
  new Sentence(fixed, given)

/** The words without control characters, whatever a rule took from the run: a sentence has none. */
export const harmless = (words: Words): Words => (typeof words === 'string' ? visible(words) : words)

/** The words put together. */
export function textOf(words: Words): string {
  if (typeof words === 'string') return words
  const { fixed, given } = words
  let text = fixed[0]!
  for (let i = 0; i < given.length; i++) {
    const value = given[i]!
    text += (typeof value === 'string' ? shownName(value) : String(value)) + fixed[i + 1]!
  }
  return text
}
