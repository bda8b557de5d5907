import { endsTable } from './clauses.ts'
import type { FromEntry } from './frame.ts'
import { beginsQuery, beginsWrite } from './query-starts.ts'
import { noTable, readNameAsTable, readTable } from './read-name.ts'
import type { Reader } from './reader.ts'
import { isBareHint, readCall, readFirstArgument, readIdentifierCall, readTableCall } from './table-calls.ts'
import { legacyParts, readName, type TableName } from './table-name.ts'
import { TOKEN } from './tokens.ts'

/** A table has to be named: behind FROM, JOIN, a comma between tables. */
export function tableDue(reader: Reader): void {
  switch (reader.kind()) {
    case TOKEN.word:
      readWord(reader)
      return
    case TOKEN.quoted:
    case TOKEN.template:
      readNamed(reader)
      return
    case TOKEN.string: // a file
      reader.at++
      joined(reader, noTable())
      return
    case TOKEN.variable:
      readVariable(reader)
      return
    default:
      readSymbol(reader)
  }
}

/** The entry is read: an alias, a comma, JOIN may follow. */
function joined(reader: Reader, entry: FromEntry): void {
  reader.frame.entry = entry
  reader.frame.state = 'joined'
}

/** Words before a table, each where it is one. */
const PREFIXES: Readonly<Record<string, (reader: Reader) => boolean>> = {
  LATERAL: () => true,
  ONLY: (reader) => reader.isName(1) || reader.word(1) === '(',
  TABLE: (reader) => reader.isName(1),
  UNPIVOT: (reader) => reader.word(2) === '.', // Redshift's, of an object
  CONTAINERS: (reader) => reader.word(1) === '(',
  SHARDS: (reader) => reader.word(1) === '(',
  STREAM: (reader) =>
    reader.word(1) === '(' || (reader.dialect.streams && reader.isName(1) && !endsTable(reader, 1)),
  INFILE: (reader) => reader.kind(1) === TOKEN.string,
}

function readWord(reader: Reader): void {
  const { frame } = reader
  const word = reader.word()
  if (beginsQuery(reader) || beginsWrite(reader)) {
    if (word === 'VALUES' && reader.word(-1) !== '(') {
      reader.at++
      frame.state = 'values'
      return
    }
    frame.state = 'query'
    frame.isTree = false
    frame.written = undefined
    return
  }
  if (Object.hasOwn(PREFIXES, word) && PREFIXES[word]?.(reader)) {
    reader.at++
    return
  }
  const next = reader.word(1)
  if (word === 'TABLE' && next === '(') {
    reader.at++
    joined(reader, readTableCall(reader))
  } else if (word === 'IDENTIFIER' && next === '(') {
    joined(reader, readIdentifierCall(reader))
  } else if (word === 'ROWS' && next === 'FROM' && reader.word(2) === '(') {
    reader.at += 2
    joined(reader, noTable())
  } else if (endsTable(reader) || (word === 'SET' && frame.verb === 'UPDATE')) {
    missing(reader)
  } else {
    readNamed(reader)
  }
}

function missing(reader: Reader): void {
  reader.warn('a table is missing here')
  joined(reader, noTable())
}

function readNamed(reader: Reader): void {
  if (reader.isFlow && FLOW_RESULT.test(reader.tokens.written(reader.at))) {
    reader.at++
    joined(reader, noTable())
    return
  }
  if (reader.dialect.colonAlias && reader.word(1) === ':') reader.at += 2
  const name = readName(reader.tokens, reader.dialect, reader.at)
  const isCall = name !== undefined && reader.tokens.word(name.next) === '('
  if (!isCall || isBareHint(reader, name)) {
    joined(reader, readNameAsTable(reader))
    return
  }
  reader.at = name.next
  joined(reader, readCall(reader, name))
  readFirstArgument(reader, name)
}

const FLOW_RESULT = /^\$\d+$/

/** `@name`: a table variable, the methods of an XML one, or a stage of files. */
function readVariable(reader: Reader): void {
  const { tokens, dialect } = reader
  const start = tokens.start(reader.at)
  const written = tokens.written(reader.at)
  reader.at++
  let path = 0
  while (reader.word(path) === '.' && reader.kind(path + 1) === TOKEN.word) path += 2
  const isMethod = path > 0 && reader.word(path) === '('
  const isStage =
    dialect.variables === 'stages' ||
    (dialect.variables === 'either' && (path > 0 || /[/~%]/.test(written)) && !isMethod)
  const name: TableName = { parts: [{ text: written, quoted: false }], start, end: start + written.length }
  if (!isStage && !isMethod && !reader.findings.temporaries.has(name))
    reader.warn('this variable is not declared in this text, so what it holds is not known', start)
  joined(reader, noTable())
}

function readSymbol(reader: Reader): void {
  const { frame } = reader
  switch (reader.word()) {
    case '{': // ODBC: {OJ a LEFT OUTER JOIN b ON …}
      joined(reader, noTable())
      if (reader.word(1) !== 'OJ') return
      reader.push('{', 'table', { isTree: true, written: frame.written })
      reader.at += 2
      return
    case '[':
      readLegacyName(reader)
      return
    case '::': // SQL Server's old system functions,
    case '.': // and its names that leave out all but the last part
      reader.at++
      return
    case ',':
      missing(reader)
      return
    default:
      missing(reader)
  }
}

const LEGACY_NAME = /^[\w\-.:@${}]+$/
const MOST_TOKENS = 40

/** BigQuery's `[project:data.t]`, with whatever decorators. */
function readLegacyName(reader: Reader): void {
  const { tokens, dialect, at } = reader
  let close = at + 1
  while (close < at + MOST_TOKENS && tokens.word(close) !== ']') close++
  const written = tokens.text.slice(tokens.end(at), tokens.start(close))
  if (!dialect.legacyBrackets || tokens.word(close) !== ']' || !LEGACY_NAME.test(written)) {
    missing(reader)
    return
  }
  const [plain = ''] = written.split('@')
  reader.at = close + 1
  joined(
    reader,
    readTable(reader, { parts: legacyParts(plain), start: tokens.end(at), end: tokens.start(close) }),
  )
}
