/** The longest name that is shown whole. */
export const LONGEST_NAME = 120

/**
 * A name from a run inside a message: in single quotes, without control characters, which would reach a terminal, and cut in the
 * middle where it is very long.
 * @example
 * ```ts
 * quote('a\u001b[31m') // 'a\u001b[31m' in quotes, the escape spelt out
 * ```
 */
export const quote = (name: string): string => `'${shownName(name)}'`

/** The same without the quotes. */
export const shownName = (name: string): string =>
  visible(name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 41)}…${name.slice(-40)}`)

/** Control characters, line separators and the marks that turn the direction of writing. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/
const EVERY_INVISIBLE = new RegExp(INVISIBLE, 'g')

/**
 * The text with what cannot be seen written as `\u001b`, so that it can neither move a cursor nor turn a line round.
 * @example
 * ```ts
 * visible('a\nb') // the line end spelt out
 * ```
 */
export const visible = (text: string): string =>
  INVISIBLE.test(text)
    ? text.replace(
        EVERY_INVISIBLE,
        (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
    : text
