import { visible } from '../check/quote.ts'
import { wellFormed } from './well-formed.ts'

/**
 * A text as a code span, in which nothing of Markdown, HTML, mentions or links is read: a fence of backticks longer than any in it.
 * Source: https://github.github.com/gfm/#code-spans
 */
export function codeSpan(text: string): string {
  if (text === '') return '(empty)'
  const shown = wellFormed(visible(text))
  let longest = 0
  for (const [run] of shown.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  const fence = '`'.repeat(longest + 1)
  // A space at both ends is taken off; where there is nothing but spaces they stay.
  const pad = /^[ `]|[ `]$/.test(shown) && /[^ ]/.test(shown) ? ' ' : ''
  return fence + pad + shown + pad + fence
}

/**
 * A quoted name, which may hold an apostrophe inside a word, white space, marks that end a word, a word (with its apostrophes) without those,
 * or an apostrophe by itself.
 */
const TOKEN =
  /(?<![\p{L}\p{N}])'((?:[^']|(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}]))+)'(?![\p{L}\p{N}])|\s+|[.,;:?!]+(?=\s|$)|(?:(?![.,;:?!]+(?:\s|$))[^\s']|(?<=\p{L})'(?=\p{L}))+|'/gu
/** What reads as nothing else in any Markdown, whatever stands around it: words, counts, marks, white space. */
const WORD = /^[("]?(?:\p{L}\p{M}*|[’'-](?=\p{L}))+[)"]?$/u
const COUNT = /^\(?\d{1,3}(?:,\d{3})*\)?$/
const MARK = /^(?:→|–|—|…|\)|[.,;:?!]+|\s+)$/
/** An abbreviated commit, which GitHub makes a link. */
const COMMIT = /^[0-9a-f]{7,}\W*$/i

/**
 * A message as a line of Markdown that reads like it and does nothing: plain words stay, names in quotes become code spans, and so does
 * every word that could be more. Backslashes would not do: GitHub makes mentions and links of what is escaped, too. To stand behind
 * something, not at the head of a line.
 */
export function proseLine(text: string): string {
  let line = ''
  let code = ''
  const close = (): void => {
    if (code !== '') line += codeSpan(code)
    code = ''
  }
  for (const [token, name] of visible(text).matchAll(TOKEN)) {
    // Two code spans that touch would be read as one, by the fence of neither.
    if (name === undefined && isPlain(token)) {
      close()
      line += token
    } else code += name !== undefined && code === '' ? name : token
  }
  close()
  return line
}

const isPlain = (token: string): boolean =>
  (WORD.test(token) && !COMMIT.test(token)) || COUNT.test(token) || MARK.test(token)
