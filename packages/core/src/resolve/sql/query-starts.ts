import type { Reader } from './reader.ts'
import { TOKEN } from './tokens.ts'
import { words } from './words.ts'

const WRITES = words('INSERT UPDATE DELETE MERGE')
const BEFORE_TABLE = words('PIVOT UNPIVOT SUMMARIZE DESCRIBE DESC SHOW')
/** Functions whose arguments can begin with FROM. */
const TAKES_FROM = words('TRIM SUBSTRING SUBSTR OVERLAY EXTRACT')

/** Right behind an opening bracket, or where a table is due: does a query begin at that distance? */
export function beginsQuery(reader: Reader, distance = 0): boolean {
  const word = reader.word(distance)
  const next = reader.word(distance + 1)
  const isFirst = reader.word(distance - 1) === '('
  if (word === 'SELECT') return true
  if (word === 'VALUES') return next === '(' || next === 'ROW'
  if (word === 'WITH') return beginsWith(reader, distance)
  if (word === 'TABLE') return isFirst && namesTable(reader, distance)
  if (word === 'FROM') return isFirst && !TAKES_FROM.has(reader.word(distance - 2))
  return BEFORE_TABLE.has(word) && isFirst && (reader.isName(distance + 1) || next === '(')
}

/** Does a statement that writes begin right behind an opening parenthesis, to be read from? */
export const beginsWrite = (reader: Reader): boolean =>
  WRITES.has(reader.word()) && reader.word(-1) === '(' && reader.kind(1) === TOKEN.word

/** WITH and the name of a CTE, not one of the many other uses of the word. */
export function beginsWith(reader: Reader, distance = 0): boolean {
  if (reader.word(distance) !== 'WITH') return false
  const isRecursive = reader.word(distance + 1) === 'RECURSIVE' && reader.word(distance + 2) !== 'AS'
  const name = distance + (isRecursive ? 2 : 1)
  if (!reader.isName(name)) return false
  const next = reader.word(name + 1)
  return next === '(' || (next === 'AS' && BEFORE_BODY.has(reader.word(name + 2)))
}
const BEFORE_BODY = words('( MATERIALIZED NOT')

/** TABLE and a name, as a query: not `TABLE (…)`, which is a function. */
export const namesTable = (reader: Reader, distance = 0): boolean =>
  reader.isName(distance + 1) && reader.word(distance + 2) !== '('

/** Is the name at that distance one of a function? */
export function beginsCall(reader: Reader, distance: number): boolean {
  let last = distance
  while (reader.word(last + 1) === '.') last += 2
  return reader.word(last + 1) === '('
}
