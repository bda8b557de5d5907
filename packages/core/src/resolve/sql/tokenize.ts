import type { Dialect } from './dialects.ts'
import { endOfComment } from './scan-comment.ts'
import { endOfDelimited, endOfDollarQuoted, endOfQuoted, endOfTripleQuoted } from './scan-quotes.ts'
import { templateAt } from './scan-template.ts'
import {
  beginsLine,
  endOfLine,
  isBlank,
  isDigit,
  isWordUnit,
  matchEnd,
  scanOf,
  type QueryWarning,
  type Scan,
} from './scan.ts'
import { TOKEN, Tokens } from './tokens.ts'

/** Cuts a text into tokens. Linear; whatever the text, every unit of it is in one token at most. */
export function tokenize(text: string, dialect: Dialect): { tokens: Tokens; warnings: QueryWarning[] } {
  const scan = scanOf(text, dialect)
  const tokens = new Tokens(text)
  let versionComments = 0
  let optionalClauses = 0
  let at = 0

  /** What is left out: the offset behind it, or undefined where a token begins. */
  const skip = (): number | undefined => {
    if (isBlank(text.charCodeAt(at))) return at + 1
    const unit = text[at]
    if (unit === '/' && dialect.versionComments) {
      const code = matchEnd(VERSION_COMMENT, text, at)
      if (code !== undefined) versionComments++
      if (code !== undefined) return code
    } else if (unit === '*' && versionComments > 0 && text[at + 1] === '/') {
      versionComments--
      return at + 2
    } else if (unit === '[' && matchEnd(OPTIONAL_CLAUSE, text, at) !== undefined) {
      optionalClauses++
      return at + 2
    } else if (unit === ']' && optionalClauses > 0 && text[at + 1] === ']') {
      optionalClauses--
      return at + 2
    }
    return endOfComment(scan, at, NAME_FOLLOWS.has(tokens.word(tokens.count - 1)))
  }

  while (at < text.length) at = skip() ?? addToken(scan, tokens, at)
  return { tokens, warnings: scan.warnings }
}

const VERSION_COMMENT = /\/\*M?!\d*/y
/** `[[AND …]]`: what a dashboard leaves out when its parameter is not set. Its content counts, its brackets do not. */
const OPTIONAL_CLAUSE =
  /\[\[\s*(?:,|(?:and|or|where|having|join|left|right|inner|full|cross|union|select|from|with|group|order|limit|offset)\b)/iy
/** Behind these words `#x` is a table, where the dialect leaves that open. */
const NAME_FOLLOWS = new Set([
  'FROM',
  'JOIN',
  'APPLY',
  'INTO',
  'TABLE',
  'UPDATE',
  'INSERT',
  'MERGE',
  'USING',
  'EXISTS',
  ',',
])

/** Adds the token that begins at `at`, and returns the offset behind it. */
function addToken(scan: Scan, tokens: Tokens, at: number): number {
  const { text, dialect } = scan
  const code = text.charCodeAt(at)
  const add = (kind: (typeof TOKEN)[keyof typeof TOKEN], end: number, word = ''): number => {
    tokens.add(kind, at, end, word)
    return end
  }

  /** What is never closed is no name. */
  const addQuoted = (endOf: () => number): number => {
    const before = scan.warnings.length
    const end = endOf()
    return add(scan.warnings.length > before ? TOKEN.string : TOKEN.quoted, end)
  }

  if (isDigit(code)) {
    const end = endOfNumber(scan, at)
    return end === undefined ? add(TOKEN.word, endOfWord(scan, at)) : add(TOKEN.number, end)
  }
  if (isWordUnit(code) && code !== DOLLAR) return addWord(scan, tokens, at)
  const first = text.charAt(at)
  switch (first) {
    case "'":
      return add(TOKEN.string, endOfLiteral(scan, at, at, first, dialect.backslash[first]))
    case '"':
    case '`':
      return addQuoted(() => endOfLiteral(scan, at, at, first, dialect.backslash[first]))
    case '[':
      if (opensName(scan, tokens, at)) return addQuoted(() => endOfQuoted(scan, at, at + 1, ']', 'plain'))
      break
    case '$': {
      const end = endOfDollarQuoted(scan, at)
      if (end !== undefined) return add(TOKEN.string, end)
      break
    }
    case '#': {
      const next = text[at + 1] === '#' ? at + 2 : at + 1
      const isName = dialect.hash === 'name' || dialect.hash === 'guess'
      if (isName && isWordUnit(text.charCodeAt(next))) return add(TOKEN.word, endOfWord(scan, next))
      break
    }
    case '/':
      if (dialect.batchLines.includes('/') && isAloneOnLine(text, at, at + 1))
        return add(TOKEN.symbol, at + 1, ';')
      break
  }
  const template = templateAt(scan, at)
  if (template) return template.kind === 'comment' ? template.end : add(template.kind, template.end)
  if (first === '@') {
    const end = matchEnd(VARIABLES[`${dialect.stages}`], text, at)
    if (end !== undefined) return add(TOKEN.variable, end)
  }
  const symbol = LONG_SYMBOLS.find((long) => text.startsWith(long, at)) ?? first
  return add(TOKEN.symbol, at + symbol.length, symbol)
}

const DOLLAR = 0x24
const LONG_SYMBOLS = ['->>', '|>', '=>', '::', ':=']
const VARIABLES = {
  false: /@@?[\w$\u0080-\uffff]+/y,
  true: /@(?:[^\s(),;'"]|"[^"\n]*")+/y,
  guess: /@[~%]?[\w$]*(?:\.[\w$]+)*\/[^\s(),;]*|@@?[\w$\u0080-\uffff]+|@[~%][\w$]*/y,
} as const

const NUMBER = /\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?/y

/** The offset behind a number; undefined where the digits begin a name, or a part of one: `2024_orders`, `my-project-1.t`. */
function endOfNumber({ text, dialect }: Scan, at: number): number | undefined {
  const before = text[at - 1]
  if (before === '.' || (before === '-' && dialect.hyphens)) return undefined
  const end = matchEnd(NUMBER, text, at)
  return end === undefined || isWordUnit(text.charCodeAt(end)) ? undefined : end
}

function endOfWord({ text, dialect }: Scan, from: number): number {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (!isWordUnit(code) && !(code === 0x23 && dialect.hashInNames && text[at + 1] !== '{')) break
    at++
  }
  return at
}

function addWord(scan: Scan, tokens: Tokens, at: number): number {
  const { text, dialect } = scan
  const end = endOfWord(scan, at)
  const upper = end - at > LONGEST_KEYWORD ? '' : keywordOf(text.slice(at, end))
  const next = text.charAt(end)
  if ((next === "'" || next === '"') && end - at <= 2) {
    const form = Object.hasOwn(dialect.stringForms, upper) ? dialect.stringForms[upper] : undefined
    const isString = form !== undefined || (next === "'" && LETTERS_OF_STRINGS.has(upper))
    if (isString) {
      const backslash = form === 'escapes' || form === 'plain' ? form : dialect.backslash[next]
      const close =
        form === 'delimited'
          ? endOfDelimited(scan, at, end + 1)
          : endOfLiteral(scan, at, end, next, backslash)
      tokens.add(TOKEN.string, at, close, '')
      return close
    }
  }
  if (upper === 'U' && next === '&' && (text[end + 1] === "'" || text[end + 1] === '"')) {
    const quote = text.charAt(end + 1)
    const close = endOfQuoted(scan, at, end + 2, quote, 'plain')
    tokens.add(quote === '"' ? TOKEN.quoted : TOKEN.string, at, close, '')
    return close
  }
  if (upper === 'DELIMITER' && beginsLine(text, at)) return endOfLine(text, at)
  if (upper === 'GO' && dialect.batchLines.includes('GO') && isAloneOnLine(text, at, end)) {
    tokens.add(TOKEN.symbol, at, end, ';')
    return matchEnd(REST_OF_LINE, text, end) ?? end
  }
  tokens.add(TOKEN.word, at, end, isField(tokens, at, upper) ? '' : upper)
  return end
}

const LONGEST_KEYWORD = 24
/** What may stand before the quote of any string: N'…', X'…', B'…' and so on. */
const LETTERS_OF_STRINGS = new Set(['N', 'X', 'B', 'E', 'R'])
const ASCII_WORD = /^[A-Za-z_]+$/
const keywordOf = (word: string): string => (ASCII_WORD.test(word) ? word.toUpperCase() : '')

/** Behind a dot, or the colon of a path, a word is a name whatever it spells; a dot and a blank are followed by these all the same. */
const NEVER_A_FIELD = new Set(['FROM', 'WHERE', 'JOIN', 'ON', 'SELECT', 'UNION', 'AND', 'SET'])

function isField(tokens: Tokens, at: number, upper: string): boolean {
  const last = tokens.count - 1
  const before = tokens.word(last)
  const touches = tokens.end(last) === at
  if (before === '.') return tokens.kind(last - 1) !== TOKEN.number && (touches || !NEVER_A_FIELD.has(upper))
  return before === ':' && touches && tokens.touches(last)
}

function endOfLiteral(
  scan: Scan,
  start: number,
  open: number,
  quote: "'" | '"' | '`',
  backslash: 'escapes' | 'plain' | 'guess',
): number {
  const triple = quote.repeat(3)
  if (scan.dialect.tripleQuotes && quote !== '`' && scan.text.startsWith(triple, open))
    return endOfTripleQuoted(scan, start, open + 3, triple)
  return endOfQuoted(scan, start, open + 1, quote, backslash)
}

const SIMPLE_NAME = /\[[^[\]\n'",;:=<>?{}]+\]/y
const READS = /\(\s*select\b/i
const RESERVED = new Set([
  'SELECT',
  'FROM',
  'JOIN',
  'ON',
  'AND',
  'OR',
  'BY',
  'INTO',
  'UPDATE',
  'TABLE',
  'WHERE',
  'SET',
  'AS',
  'IN',
])

/** Does the bracket at `at` open a quoted name? */
function opensName({ text, dialect }: Scan, tokens: Tokens, at: number): boolean {
  if (dialect.brackets !== 'guess') return dialect.brackets === 'names'
  const last = tokens.count - 1
  const isSubscript =
    tokens.end(last) === at &&
    last >= 0 &&
    (tokens.kind(last) === TOKEN.symbol ? ')]'.includes(tokens.word(last)) : !RESERVED.has(tokens.word(last)))
  if (isSubscript || tokens.word(last) === 'ARRAY') return false
  const end = matchEnd(SIMPLE_NAME, text, at)
  if (end === undefined || READS.test(text.slice(at, end))) return false
  return text[end] !== ']' || isWordUnit(text.charCodeAt(end + 1)) // `[a]]b]`, not the end of `[[1], [2]]`
}

const REST_OF_LINE = /[ \t]*(?:\d+[ \t]*)?(?:\r?\n|$)/y

const isAloneOnLine = (text: string, start: number, end: number): boolean =>
  beginsLine(text, start) && matchEnd(REST_OF_LINE, text, end) !== undefined
