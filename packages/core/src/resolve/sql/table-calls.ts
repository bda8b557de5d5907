import type { FromEntry } from './frame.ts'
import { nameInLiteral } from './literal-name.ts'
import { noTable, readNameAsTable, readTable } from './read-name.ts'
import type { Reader } from './reader.ts'
import { lastPart, type NamePart, type NameRead, type TableName } from './table-name.ts'
import { TOKEN } from './tokens.ts'
import { words } from './words.ts'

/** Functions that run a query, given as text, somewhere else. */
const QUERY_FUNCTIONS = new Set(
  'EXTERNAL_QUERY OPENQUERY OPENROWSET OPENDATASOURCE DBLINK POSTGRES_QUERY MYSQL_QUERY SQLITE_QUERY REMOTE_QUERY QUERY'.split(
    ' ',
  ),
)

/** A table function is called: what it reads is not known when its argument is a query in another language or place. */
export function readCall(reader: Reader, name: TableName): FromEntry {
  const { text } = lastPart(name)
  const isBulk = reader.word(1) === 'BULK' // OPENROWSET(BULK 'file')
  if (text === undefined)
    reader.warn('the name of this function comes from a template or a parameter', name.start)
  else if (QUERY_FUNCTIONS.has(text.toUpperCase()) && !isBulk)
    reader.warn('what this call reads in another system is not known', name.start)
  return noTable()
}

/** SQL Server's functions over a table that is their first argument. */
const FUNCTIONS_OF_TABLES = words('CHANGETABLE CONTAINSTABLE FREETEXTTABLE')
const BEFORE_TABLE = words('CHANGES VERSION')

/** Reads the table that a call is for, at its parenthesis, where that is the first argument. */
export function readFirstArgument(reader: Reader, name: TableName): void {
  if (name.parts.length > 1 || !FUNCTIONS_OF_TABLES.has(lastPart(name).text?.toUpperCase() ?? '')) return
  reader.push('(', 'expression')
  reader.at++
  reader.skip(BEFORE_TABLE)
  readNameAsTable(reader)
}

/** `IDENTIFIER('a.b')`, at the word: the name that its literal holds, and whatever parts follow. */
export function readIdentifierCall(reader: Reader): FromEntry {
  const { tokens, dialect } = reader
  const start = tokens.start(reader.at)
  const argument = reader.at + 2
  if (tokens.word(argument + 1) !== ')') {
    reader.warn('the name of this table is put together when the query runs')
    reader.at++
    return noTable()
  }
  const literal = nameInLiteral(tokens, argument, dialect)
  let parts: readonly NamePart[] = literal?.parts ?? [{ text: undefined, quoted: false }]
  let end = literal?.end ?? tokens.end(argument + 1)
  reader.at += 4
  if (reader.word() === '.') {
    reader.at++
    const rest = reader.takeName()
    parts = [...parts, ...(rest?.parts ?? [])]
    end = rest?.end ?? end
  }
  const name = { parts, start: literal?.start ?? start, end }
  return reader.word() === '(' ? readCall(reader, name) : readTable(reader, name)
}

/**
 * `TABLE (…)`, at the parenthesis. A name in a literal is read; a function or a collection is no table, and its parentheses
 * are left to be gone through.
 */
export function readTableCall(reader: Reader): FromEntry {
  const { tokens, dialect } = reader
  const argument = reader.at + 1
  const kind = tokens.kind(argument)
  const isAlone = tokens.word(argument + 1) === ')'
  const literal = isAlone && kind === TOKEN.string ? nameInLiteral(tokens, argument, dialect) : undefined
  if (literal) {
    reader.at += 3
    return readTable(reader, literal)
  }
  if (kind === TOKEN.string || kind === TOKEN.template || kind === TOKEN.variable) {
    reader.warn('the name of this table is put together when the query runs')
    return noTable()
  }
  if (tokens.word(argument) === 'IDENTIFIER' && tokens.word(argument + 1) === '(') {
    reader.at = argument
    const entry = readIdentifierCall(reader)
    if (reader.word() === ')') reader.at++
    return entry
  }
  let last = argument
  while (tokens.word(last + 1) === '.') last += 2
  if (tokens.word(last + 1) === '(' && QUERY_FUNCTIONS.has(tokens.written(last).toUpperCase()))
    reader.warn('what this call reads in another system is not known', tokens.start(argument))
  return noTable()
}

const HINTS = new Set(
  'NOLOCK READPAST READUNCOMMITTED READCOMMITTED READCOMMITTEDLOCK REPEATABLEREAD SERIALIZABLE SNAPSHOT UPDLOCK HOLDLOCK ROWLOCK PAGLOCK TABLOCK TABLOCKX XLOCK NOWAIT NOEXPAND FORCESEEK FORCESCAN INDEX FASTFIRSTROW'.split(
    ' ',
  ),
)

/** Are the parentheses behind the name SQL Server's old hints, and not the arguments of a function? */
export const isBareHint = ({ dialect, tokens }: Reader, { next }: NameRead): boolean =>
  dialect.bareHints && HINTS.has(tokens.word(next + 1))
