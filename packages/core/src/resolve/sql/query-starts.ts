import type { Reader } from './reader.ts'
import { TOKEN } from './tokens.ts'

const WRITES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])
const BEFORE_NAME = new Set(['PIVOT', 'UNPIVOT', 'SUMMARIZE', 'DESCRIBE', 'DESC', 'SHOW'])
/** Functions whose arguments can begin with FROM. */
const TAKES_FROM = new Set(['TRIM', 'SUBSTRING', 'SUBSTR', 'OVERLAY', 'EXTRACT'])

/** Right behind an opening bracket, or where a table is due: does a query begin at the current token? */
export function beginsQuery(reader: Reader): boolean {
  const word = reader.word()
  const opens = reader.word(-1) === '('
  if (word === 'SELECT') return true
  if (word === 'VALUES') return reader.word(1) === '(' || reader.word(1) === 'ROW'
  if (word === 'WITH') return beginsWith(reader)
  if (word === 'TABLE') return opens && namesTable(reader)
  if (word === 'FROM') return opens && !TAKES_FROM.has(reader.word(-2))
  return BEFORE_NAME.has(word) && opens && (reader.isName(1) || reader.word(1) === '(')
}

/** Does a statement that writes begin right behind an opening parenthesis, to be read from? */
export const beginsWrite = (reader: Reader): boolean =>
  WRITES.has(reader.word()) && reader.word(-1) === '(' && reader.kind(1) === TOKEN.word

/** WITH and the name of a CTE, not one of the many other uses of the word. */
export function beginsWith(reader: Reader, distance = 0): boolean {
  if (reader.word(distance) !== 'WITH') return false
  const name = reader.word(distance + 1) === 'RECURSIVE' && reader.word(distance + 2) !== 'AS' ? 2 : 1
  if (!reader.isName(distance + name)) return false
  const next = reader.word(distance + name + 1)
  if (next === '(') return true
  return next === 'AS' && BODY_FOLLOWS.has(reader.word(distance + name + 2))
}

const BODY_FOLLOWS = new Set(['(', 'MATERIALIZED', 'NOT'])

/** TABLE and a name, as a query: not `TABLE (…)`, which is a function. */
export const namesTable = (reader: Reader): boolean => reader.isName(1) && reader.word(2) !== '('

/** Is the name at that distance one of a function? */
export function beginsCall(reader: Reader, distance: number): boolean {
  let last = distance
  while (reader.word(last + 1) === '.') last += 2
  return reader.word(last + 1) === '('
}
