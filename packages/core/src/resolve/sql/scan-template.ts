import { warn } from './query-warning.ts'
import { find, matchEnd, type Scan } from './scan.ts'
import { TOKEN } from './tokens.ts'

/** A template or parameter, by what it is to SQL; `comment`: nothing at all. */
export interface TemplatePiece {
  readonly kind: typeof TOKEN.template | typeof TOKEN.tag | 'comment'
  readonly end: number
}

const CLOSERS: Readonly<Record<string, string>> = { '{': '}}', '%': '%}', '#': '#}' }

/** The offset behind the Jinja or Liquid that begins at `at`; undefined where it is never closed. */
export function endOfTemplate(scan: Scan, at: number): number | undefined {
  const { text, abandoned } = scan
  const closer = CLOSERS[text.charAt(at + 1)]
  if (closer === undefined) return undefined
  if (closer !== '#}' && !abandoned.has('quotes in templates')) {
    const end = endPastQuotes(scan, at + 2, closer)
    if (end !== undefined) return end
    abandoned.add('quotes in templates')
  }
  const close = find(scan, closer, at + 2)
  return close < 0 ? undefined : close + 2
}

function endPastQuotes(scan: Scan, from: number, closer: string): number | undefined {
  const { text } = scan
  for (let at = from; at < text.length; at++) {
    const unit = text[at]
    if (unit === '"' || unit === "'") {
      const close = find(scan, unit, at + 1)
      if (close >= 0 && !isApostrophe(scan, at, close, closer)) at = close
    } else if (unit === closer[0] && text[at + 1] === closer[1]) {
      return text.startsWith('}}}', at) ? at + 3 : at + 2
    }
  }
  return undefined
}

/** A string in a template may hold a closer, or run over lines; what seems to do both is text with an apostrophe. */
function isApostrophe(scan: Scan, at: number, close: number, closer: string): boolean {
  const lineEnd = find(scan, '\n', at)
  const end = find(scan, closer, at)
  return lineEnd >= 0 && lineEnd < close && end >= 0 && end < close
}

/** `{name}`, `{name:Type}`, `{name=filter}`, `{}`, `{0}`, `{row['x']}`: parameters of ClickHouse, Python and dashboards. */
const BRACED = /\{\s*(?:\d*|[A-Za-z_][\w.]*(?:\[[^\]\n{}]*\]|\(\))*\s*(?:[:=!][^{}'"\n]*)?)\}/y
const SUBQUERY = /\b(?:select|from)\b/i

/** By first character: what else a tool may put in place of a value or a name. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  $: /\$\{[^{}]*\}|\$\(\w+\)|\$[\w$]+/y,
  '#': /#\{[^{}\n]*\}/y,
  '@': /@\{[^{}\n]*\}/y,
  '<': /<%[^%\n]*%>|<\[?Parameters\]?\.[^<>\n]*>/iy,
  '%': /%\(\w+\)[sdif]|%[sd]\b/y,
  ':': /:(?:\w+|'[^'\n]*'|"[^"\n]*")/y,
  '&': /&&?[A-Za-z_]\w*\.?/y,
  '?': /\?/y,
  '[': /\[\[\s*\w+(?::\w+)?\s*\]\]/y,
}

/** Liquid's comments. */
const COMMENT_TAG = /\{%-?\s*comment\s*-?%\}/y

function endOfComment(scan: Scan, from: number): number {
  const tag = find(scan, 'endcomment', from)
  const close = tag < 0 ? -1 : find(scan, '%}', tag)
  if (close < 0) warn(scan.warnings, 'this comment is never closed', from)
  return close < 0 ? scan.text.length : close + 2
}

/** Tags that put a text there, as Looker has them. */
const SPEAKING_TAG = /\{%-?\s*(?:parameter|date_start|date_end)\b/y

/** The template or parameter that begins at `at`; undefined where none does. */
export function templateAt(scan: Scan, at: number): TemplatePiece | undefined {
  const { text, dialect, warnings } = scan
  const first = text.charAt(at)
  if (first === '{' && CLOSERS[text.charAt(at + 1)] !== undefined) {
    const end = endOfTemplate(scan, at)
    if (end === undefined) {
      warn(warnings, 'this template is never closed', at)
      return undefined
    }
    const second = text[at + 1]
    if (second === '#') return { kind: 'comment', end }
    if (second === '%' && matchEnd(COMMENT_TAG, text, at) === end)
      return { kind: 'comment', end: endOfComment(scan, end) }
    const isTag = second === '%' && matchEnd(SPEAKING_TAG, text, at) === undefined
    return { kind: isTag ? TOKEN.tag : TOKEN.template, end }
  }
  if (first === '{') {
    const end = matchEnd(BRACED, text, at)
    return end === undefined || SUBQUERY.test(text.slice(at, end)) ? undefined : templateTo(end)
  }
  if ((first === ':' && follows(text, at)) || (first === '&' && !dialect.ampersands)) return undefined
  const shape = SHAPES[first]
  const end = shape && matchEnd(shape, text, at)
  return end === undefined ? undefined : templateTo(end)
}

const templateTo = (end: number): TemplatePiece => ({ kind: TOKEN.template, end })

/** A colon right behind a name, a bracket, a quote or a colon is a cast, a path or a slice. */
const follows = (text: string, at: number): boolean =>
  at > 0 && /[\w\u0080-\uffff)\]'"`:]/.test(text.charAt(at - 1))
