import type { Reader } from './reader.ts'
import { TOKEN } from './tokens.ts'

const ANYTHING = null

/** The words that end FROM and what stands beside it, with what has to follow so that they are no names. */
const CLAUSES: Readonly<Record<string, ReadonlySet<string> | null>> = {
  WHERE: ANYTHING,
  PREWHERE: ANYTHING,
  GROUP: new Set(['BY', 'ALL']),
  HAVING: ANYTHING,
  QUALIFY: ANYTHING,
  ORDER: new Set(['BY', 'SIBLINGS', 'ALL']),
  FETCH: new Set(['FIRST', 'NEXT', 'PRIOR', 'LAST', 'ABSOLUTE', 'RELATIVE']),
  CONNECT: new Set(['BY']),
  START: new Set(['WITH']),
  CLUSTER: new Set(['BY']),
  DISTRIBUTE: new Set(['BY']),
  SORT: new Set(['BY']),
  OPTION: new Set(['(']),
  RETURNING: ANYTHING,
  MODEL: new Set(['PARTITION', 'DIMENSION', 'IGNORE', 'KEEP', 'UNIQUE', 'RETURN', 'REFERENCE', 'MAIN']),
  LOCK: new Set(['IN']),
}

const SET_OPERATORS = new Set(['UNION', 'INTERSECT', 'EXCEPT', 'MINUS'])
const QUERY_WORDS = new Set(['SELECT', '(', 'ALL', 'DISTINCT', 'FROM', 'WITH', 'VALUES', 'TABLE'])

/** Does a clause begin here, or `distance` tokens on, that ends a list of tables? */
export function beginsClause(reader: Reader, distance = 0): boolean {
  const word = reader.word(distance)
  const next = reader.word(distance + 1)
  if (Object.hasOwn(CLAUSES, word)) {
    if (isIndexHint(reader, distance)) return false
    const follow = CLAUSES[word]
    return follow === ANYTHING || (follow?.has(next) ?? false)
  }
  switch (word) {
    case 'FOR': // but for time travel, SQL Server's paths of graphs, an index hint's FOR JOIN, Oracle's PARTITION FOR
      return !OF_TABLE.has(next) && !BEFORE_FOR.has(reader.word(distance - 1))
    case 'LIMIT':
    case 'OFFSET':
      return !AFTER_ALIAS.has(next)
    case 'WINDOW':
      return reader.word(distance + 2) === 'AS'
    case 'SETTINGS':
      return reader.isName(distance + 1) && reader.word(distance + 2) === '='
    case 'FORMAT':
      return (
        reader.kind(distance + 1) === TOKEN.word &&
        !AFTER_ALIAS.has(next) &&
        reader.word(distance - 1) !== 'ROW'
      )
    default:
      return false
  }
}

/** What shows that a word before it was an alias. */
const AFTER_ALIAS = new Set([',', ')', ';', 'ON', 'USING', 'JOIN', 'CROSS', 'LEFT', 'INNER', 'WHERE'])
const OF_TABLE = new Set([
  'PATH',
  'SYSTEM_TIME',
  'SYSTEM',
  'SYSTEM_VERSION',
  'VERSION',
  'TIMESTAMP',
  'BUSINESS_TIME',
  'APPLICATION_TIME',
  'PORTION',
])
const BEFORE_FOR = new Set(['INDEX', 'KEY', 'PARTITION', 'SUBPARTITION', 'PERIOD'])

/** MySQL's USE INDEX FOR JOIN, FOR ORDER BY */
const isIndexHint = (reader: Reader, distance: number): boolean =>
  reader.word(distance - 1) === 'FOR' && INDEXES.has(reader.word(distance - 2))
const INDEXES = new Set(['INDEX', 'KEY'])

/** UNION, EXCEPT and so on between two queries; not the EXCEPT of `SELECT * EXCEPT (…)`. */
export function isSetOperator(reader: Reader, distance = 0): boolean {
  const word = reader.word(distance)
  if (!SET_OPERATORS.has(word) || reader.word(distance - 1) === 'MULTISET') return false // Oracle's of collections
  const next = reader.word(distance + 1)
  if (word === 'MINUS') return QUERY_WORDS.has(next)
  if (word !== 'EXCEPT') return true
  if (next === '(') return QUERY_WORDS.has(reader.word(distance + 2))
  return reader.word(distance - 1) !== '*' || QUERY_WORDS.has(next)
}

const JOINS = new Set(['JOIN', 'STRAIGHT_JOIN'])

/** A word that leads to the table that is joined. A hint's `FOR JOIN` is no join. */
export function isJoin(reader: Reader, distance = 0): boolean {
  const word = reader.word(distance)
  const before = reader.word(distance - 1)
  if (word === 'APPLY') return before === 'CROSS' || before === 'OUTER'
  return JOINS.has(word) && !isIndexHint(reader, distance)
}

/** What can stand before JOIN. */
const JOIN_SIDES = new Set(
  'INNER LEFT RIGHT FULL CROSS NATURAL OUTER SEMI ANTI ASOF ANY ALL GLOBAL POSITIONAL PASTE HASH LOOP MERGE REMOTE ARRAY'.split(
    ' ',
  ),
)
export const isJoinSide = (word: string): boolean => JOIN_SIDES.has(word)

/** Does something follow that no table's name can be: what ends a table, or the list of them? */
export function endsTable(reader: Reader, distance = 0): boolean {
  const word = reader.word(distance)
  if (isJoin(reader, distance) || beginsClause(reader, distance) || isSetOperator(reader, distance))
    return true
  if (isJoinSide(word)) return isJoinSide(reader.word(distance + 1)) || isJoin(reader, distance + 1)
  return NO_TABLES.has(word) || (word === 'USING' && reader.word(distance + 1) === '(')
}

/** Words that are reserved everywhere. */
const NO_TABLES = new Set(['ON', 'AS', 'FROM', 'SELECT', 'INTO', 'AND', 'THEN', 'WITH'])
