import { addWord, endOfNumber, endOfWord } from './add-word.ts'
import { opensName } from './bracket-name.ts'
import { endOfDollarQuoted, endOfLiteral, endOfQuoted } from './scan-quotes.ts'
import { templateAt } from './scan-template.ts'
import { isAloneOnLine, isDigit, isWordUnit, matchEnd, type Scan } from './scan.ts'
import { TOKEN, type TokenKind, type Tokens } from './tokens.ts'

const DOLLAR = 0x24

/** Adds the token that begins at `at`, and returns the offset behind it. Some things end a line and are no token. */
export function addToken(scan: Scan, tokens: Tokens, at: number): number {
  const code = scan.text.charCodeAt(at)
  if (isWordUnit(code) && code !== DOLLAR)
    return isDigit(code) ? addNumber(scan, tokens, at) : addWord(scan, tokens, at)
  return addQuoted(scan, tokens, at) ?? addTemplate(scan, tokens, at) ?? addSymbol(scan, tokens, at)
}

function addNumber(scan: Scan, tokens: Tokens, at: number): number {
  const end = endOfNumber(scan, at)
  if (end === undefined) return add(tokens, TOKEN.word, at, endOfWord(scan, at))
  return add(tokens, TOKEN.number, at, end)
}

/** Strings, and names in quotes. */
function addQuoted(scan: Scan, tokens: Tokens, at: number): number | undefined {
  const { text, dialect } = scan
  const quote = text[at]
  switch (quote) {
    case "'":
      return add(tokens, TOKEN.string, at, endOfLiteral(scan, at, at, quote, dialect.backslash[quote]))
    case '"':
    case '`': {
      const before = scan.warnings.length
      const end = endOfLiteral(scan, at, at, quote, dialect.backslash[quote])
      return add(tokens, scan.warnings.length > before ? TOKEN.string : TOKEN.quoted, at, end)
    }
    case '[': {
      if (!opensName(scan, tokens, at)) return undefined
      const before = scan.warnings.length
      const end = endOfQuoted(scan, at, at + 1, ']', 'plain')
      return add(tokens, scan.warnings.length > before ? TOKEN.string : TOKEN.quoted, at, end)
    }
    case '$': {
      const end = endOfDollarQuoted(scan, at)
      return end === undefined ? undefined : add(tokens, TOKEN.string, at, end)
    }
    default:
      return undefined
  }
}

function addTemplate(scan: Scan, tokens: Tokens, at: number): number | undefined {
  const template = templateAt(scan, at)
  if (!template) return undefined
  return template.kind === 'comment' ? template.end : add(tokens, template.kind, at, template.end)
}

function addSymbol(scan: Scan, tokens: Tokens, at: number): number {
  const { text, dialect } = scan
  const first = text.charAt(at)
  if (first === '@') {
    const end = matchEnd(VARIABLES[dialect.variables], text, at)
    if (end !== undefined) return add(tokens, TOKEN.variable, at, end)
  }
  if (first === '#' && (dialect.hash === 'name' || dialect.hash === 'guess')) {
    const name = text[at + 1] === '#' ? at + 2 : at + 1
    if (isWordUnit(text.charCodeAt(name))) return add(tokens, TOKEN.word, at, endOfWord(scan, name))
  }
  if (first === '/' && dialect.batchLines.includes('/') && isAloneOnLine(text, at, at + 1))
    return add(tokens, TOKEN.symbol, at, at + 1, ';')
  const symbol = LONG_SYMBOLS.find((long) => text.startsWith(long, at)) ?? first
  return add(tokens, TOKEN.symbol, at, at + symbol.length, symbol)
}

const LONG_SYMBOLS = ['->>', '|>', '=>', '::', ':=']

/** What `@` begins, by dialect. */
const VARIABLES = {
  variables: /@@?[\w$\u0080-\uffff]+/y,
  stages: /@(?:[^\s(),;'"]|"[^"\n]*")+/y,
  either: /@[~%]?[\w$]*(?:\.[\w$]+)*\/[^\s(),;]*|@@?[\w$\u0080-\uffff]+|@[~%][\w$]*/y,
} as const

function add(tokens: Tokens, kind: TokenKind, start: number, end: number, word = ''): number {
  tokens.add(kind, start, end, word)
  return end
}
