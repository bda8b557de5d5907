import { isWordUnit, matchEnd, type Scan } from './scan.ts'
import { TOKEN, type Tokens } from './tokens.ts'
import { words } from './words.ts'

const SIMPLE_NAME = /\[[^[\]\n'",;:=<>?{}]+\]/y
const SUBQUERY = /\(\s*select\b/i

/** Words that no subscript stands behind, even without a blank. */
const RESERVED = words('SELECT FROM JOIN ON AND OR BY INTO UPDATE TABLE WHERE SET AS IN')

/** Does the bracket at `at` open a quoted name, and not a subscript or an array? */
export function opensName({ text, dialect }: Scan, tokens: Tokens, at: number): boolean {
  if (dialect.brackets !== 'guess') return dialect.brackets === 'names'
  if (isSubscript(tokens, at)) return false
  const end = matchEnd(SIMPLE_NAME, text, at)
  if (end === undefined || SUBQUERY.test(text.slice(at, end))) return false
  return text[end] !== ']' || isWordUnit(text.charCodeAt(end + 1)) // `[a]]b]`, not the end of `[[1], [2]]`
}

function isSubscript(tokens: Tokens, at: number): boolean {
  const last = tokens.count - 1
  const before = tokens.word(last)
  if (before === 'ARRAY') return true
  if (last < 0 || tokens.end(last) !== at) return false
  return tokens.kind(last) === TOKEN.symbol ? before === ')' || before === ']' : !RESERVED.has(before)
}
