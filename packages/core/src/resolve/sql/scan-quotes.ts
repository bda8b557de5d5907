import type { Backslash } from './dialects.ts'
import { warn } from './query-warning.ts'
import { find, isBlank, matchEnd, type Scan } from './scan.ts'
import { endOfTemplate } from './scan-template.ts'

const QUOTE_MATES: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '<': '>' }
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y

/**
 * The offset behind what is quoted from `start` on; the text's end, and a warning, where the quote is never closed. A doubled
 * quote does not close, and a template inside is passed over with the quotes that are in it.
 * @param content the offset behind the opening quote.
 */
export function endOfQuoted(
  scan: Scan,
  start: number,
  content: number,
  close: string,
  backslash: Backslash,
): number {
  const { text } = scan
  let at = content
  while (at < text.length) {
    const unit = text[at]
    if (unit === close) {
      if (text[at + 1] !== close) return at + 1
      at += 2
    } else if (unit === '\\' && backslash !== 'plain') {
      at += backslash === 'escapes' || text[at + 1] !== close || goesOn(text, at + 2) ? 2 : 1
    } else if (unit === '{' && (text[at + 1] === '{' || text[at + 1] === '%')) {
      at = endOfTemplateOnLine(scan, at) ?? at + 2
    } else {
      at++
    }
  }
  return unclosed(scan, start)
}

/** The same with the quote at `open`, which may be the first of three. */
export function endOfLiteral(
  scan: Scan,
  start: number,
  open: number,
  quote: "'" | '"' | '`',
  backslash: Backslash,
): number {
  const triple = quote.repeat(3)
  const isTriple = scan.dialect.tripleQuotes && quote !== '`' && scan.text.startsWith(triple, open)
  if (isTriple) return endOfTripleQuoted(scan, start, open + 3, triple)
  return endOfQuoted(scan, start, open + 1, quote, backslash)
}

/** Single quotes inside three close nothing. */
function endOfTripleQuoted(scan: Scan, start: number, content: number, close: string): number {
  const { text } = scan
  let at = content
  while (at < text.length) {
    if (text.startsWith(close, at)) return at + close.length
    at += text[at] === '\\' ? 2 : 1
  }
  return unclosed(scan, start)
}

/** Oracle's `q'[…]'`: `content` is the offset behind the quote, where the delimiter stands. */
export function endOfDelimited(scan: Scan, start: number, content: number): number {
  const delimiter = scan.text[content] ?? "'"
  const close = find(scan, `${QUOTE_MATES[delimiter] ?? delimiter}'`, content + 1)
  return close < 0 ? unclosed(scan, start) : close + 2
}

/** The offset behind `$tag$…$tag$`; undefined where none begins at `start`. */
export function endOfDollarQuoted(scan: Scan, start: number): number | undefined {
  const { text, dialect, abandoned } = scan
  if (dialect.dollarQuotes === false || abandoned.has('dollar quotes')) return undefined
  const content = matchEnd(DOLLAR_TAG, text, start)
  if (content === undefined) return undefined
  const tag = text.slice(start, content)
  const close = text.indexOf(tag, content)
  if (close >= 0) return close + tag.length
  abandoned.add('dollar quotes')
  return dialect.dollarQuotes === 'guess' ? undefined : unclosed(scan, start)
}

/** Does the text, behind a backslash and a quote, read as if the string went on? Where it closed, an operator would follow. */
function goesOn(text: string, at: number): boolean {
  return at < text.length && !isBlank(text.charCodeAt(at)) && !',);:|=<>+-*]}'.includes(text.charAt(at))
}

/** Quotes are more often left open than templates stand in them: so these have to close on their line. */
function endOfTemplateOnLine(scan: Scan, at: number): number | undefined {
  const lineEnd = find(scan, '\n', at)
  const close = find(scan, scan.text[at + 1] === '%' ? '%}' : '}}', at)
  return close < 0 || (lineEnd >= 0 && lineEnd < close) ? undefined : endOfTemplate(scan, at)
}

function unclosed({ text, warnings }: Scan, at: number): number {
  warn(warnings, 'this quote is never closed', at)
  return text.length
}
