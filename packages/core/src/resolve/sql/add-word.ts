import { endOfDelimited, endOfLiteral, endOfQuoted } from './scan-quotes.ts'
import { beginsLine, endOfLine, isAloneOnLine, isWordUnit, matchEnd, type Scan } from './scan.ts'
import { TOKEN, type Tokens } from './tokens.ts'
import { words } from './words.ts'

const HASH = 0x23

/** The offset behind the letters, digits and signs of a name that goes on at `from`. */
export function endOfWord({ text, dialect }: Scan, from: number): number {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (!isWordUnit(code) && !(code === HASH && dialect.hashInNames && text[at + 1] !== '{')) break
    at++
  }
  return at
}

const NUMBER = /\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?/y

/** The offset behind a number; undefined where the digits begin a name, or a part of one: `2024_orders`, `my-project-1.t`. */
export function endOfNumber({ text, dialect }: Scan, at: number): number | undefined {
  const before = text[at - 1]
  if (before === '.' || (before === '-' && dialect.hyphens)) return undefined
  const end = matchEnd(NUMBER, text, at)
  return end === undefined || isWordUnit(text.charCodeAt(end)) ? undefined : end
}

const DELIMITER_LINE = /[ \t]+[^\w\s]{1,4}[ \t]*(?=[\r\n]|$)/y

/** Adds the word that begins at `at`, or the string that it is the prefix of, and returns the offset behind it. */
export function addWord(scan: Scan, tokens: Tokens, at: number): number {
  const { text, dialect } = scan
  const end = endOfWord(scan, at)
  const upper = keywordOf(text, at, end)
  const string = endOfPrefixed(scan, at, end, upper)
  if (string !== undefined) {
    const isName = upper === 'U' && text[end + 1] === '"'
    tokens.add(isName ? TOKEN.quoted : TOKEN.string, at, string, '')
    return string
  }
  if (upper === 'DELIMITER' && beginsLine(text, at) && matchEnd(DELIMITER_LINE, text, end) !== undefined)
    return endOfLine(text, end) // of MySQL's client
  if (dialect.clientLines.has(upper) && !isOpen(tokens) && beginsLine(text, at))
    return endOfClientLine(text, end, upper)
  if (upper === 'GO' && dialect.batchLines.includes('GO') && isAloneOnLine(text, at, end)) {
    tokens.add(TOKEN.symbol, at, end, ';')
    return endOfLine(text, end)
  }
  tokens.add(TOKEN.word, at, end, isField(tokens, at, upper) ? '' : upper)
  return end
}

/** Has a statement begun that nothing has ended? */
const isOpen = (tokens: Tokens): boolean => tokens.count > 0 && tokens.word(tokens.count - 1) !== ';'

const UP_TO_SEMICOLON = /[^;\r\n]*/y

/** What is said to people may hold any sign; of other lines a semicolon is the end, and more can follow. */
const endOfClientLine = (text: string, from: number, word: string): number =>
  FREE_TEXT.has(word) ? endOfLine(text, from) : (matchEnd(UP_TO_SEMICOLON, text, from) ?? from)
const FREE_TEXT = words('REM REMARK PROMPT')

const LONGEST_KEYWORD = 24
const ASCII_WORD = /^[A-Za-z_]+$/

/** A word in upper case where it can be a keyword. Other letters can have upper cases in ASCII: ſ has S. */
function keywordOf(text: string, start: number, end: number): string {
  if (end - start > LONGEST_KEYWORD) return ''
  const word = text.slice(start, end)
  return ASCII_WORD.test(word) ? word.toUpperCase() : ''
}

/** What may stand before the quote of any string: N'…', X'…', B'…' and so on. */
const LETTERS_OF_STRINGS = words('N X B E R')

/** The offset behind the string that a word is the prefix of; undefined where it is none. */
function endOfPrefixed(scan: Scan, start: number, end: number, prefix: string): number | undefined {
  const { text, dialect } = scan
  const quote = text.charAt(end)
  if (prefix === 'U' && quote === '&' && (text[end + 1] === "'" || text[end + 1] === '"'))
    return endOfQuoted(scan, start, end + 2, text.charAt(end + 1), 'plain')
  if ((quote !== "'" && quote !== '"') || prefix.length > 2) return undefined
  const form = Object.hasOwn(dialect.stringForms, prefix) ? dialect.stringForms[prefix] : undefined
  if (form === 'delimited') return endOfDelimited(scan, start, end + 1)
  if (form !== undefined) return endOfLiteral(scan, start, end, quote, form)
  const isString = quote === "'" && LETTERS_OF_STRINGS.has(prefix)
  return isString ? endOfLiteral(scan, start, end, quote, dialect.backslash[quote]) : undefined
}

/** Behind a dot and a blank, these go on with the query: the name was cut off. */
const NO_FIELDS = words('FROM WHERE JOIN ON SELECT UNION AND SET')

/** Behind a dot, or the colon of a path, a word is a name whatever it spells. */
function isField(tokens: Tokens, at: number, upper: string): boolean {
  const last = tokens.count - 1
  const before = tokens.word(last)
  const touches = tokens.end(last) === at
  if (before === '.') return tokens.kind(last - 1) !== TOKEN.number && (touches || !NO_FIELDS.has(upper))
  return before === ':' && touches && tokens.touches(last)
}
