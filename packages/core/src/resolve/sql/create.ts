import { beginsCall } from './query-starts.ts'
import { readNameAsTable } from './read-name.ts'
import type { Reader } from './reader.ts'
import { isStatementWord } from './statement-words.ts'
import { lastPart } from './table-name.ts'
import { TOKEN } from './tokens.ts'
import { keyOf } from './visible-names.ts'
import { words } from './words.ts'
import { takeTarget } from './write-target.ts'

const TABLES = words('TABLE VIEW')
/** What has statements as its body. */
const ROUTINES = words('PROCEDURE PROC FUNCTION TRIGGER PACKAGE TASK ALERT EVENT RULE PIPE MODEL MACRO FLOW')
/** What reads nothing when it is made. */
const INERT = words(
  `INDEX SCHEMA DATABASE ROLE USER LOGIN SEQUENCE TYPE DOMAIN POLICY STATISTICS PUBLICATION SUBSCRIPTION SERVER EXTENSION
  STAGE STREAM WAREHOUSE SYNONYM DICTIONARY CATALOG CONNECTION SECRET INTEGRATION TABLESPACE CAST OPERATOR AGGREGATE
  COLLATION LANGUAGE SHARE TAG`,
)
const TEMPORARY = words('TEMP TEMPORARY VOLATILE')
const CONDITION = words('IF NOT EXISTS')

/** CREATE or ALTER, at the word: goes to the kind of thing and past its name. */
export function startCreate(reader: Reader): void {
  const { frame } = reader
  const verb = reader.word()
  const header = takeHeader(reader)
  const kind = reader.word()
  const isFunction = kind === 'TABLE' && reader.word(1) === 'FUNCTION'
  frame.verb = verb
  if (ROUTINES.has(kind) || isFunction) {
    frame.verb = 'ROUTINE'
    frame.state = 'creating'
    reader.isProcedural = true
    if (kind === 'TRIGGER') showTriggerTables(reader)
  } else if (verb === 'ALTER' && kind === 'TABLE') {
    frame.state = 'altering'
    reader.at++
  } else if (TABLES.has(kind)) {
    frame.state = 'creating'
    reader.at++
    startTable(reader, header)
  } else {
    // Some write `CREATE name AS SELECT …`, without the kind.
    frame.state = verb === 'CREATE' && !INERT.has(kind) ? 'creating' : 'inert'
  }
}

/** What stands before the kind: OR REPLACE, GLOBAL TEMPORARY, DEFINER = `x`@`y` and so on. */
function takeHeader(reader: Reader): ReadonlySet<string> {
  const header = new Set<string>()
  do {
    header.add(reader.word())
    reader.at++
  } while (isHeader(reader))
  return header
}

function isHeader(reader: Reader): boolean {
  const word = reader.word()
  if (TABLES.has(word) || ROUTINES.has(word) || INERT.has(word) || word === 'AS') return false
  const kind = reader.kind()
  return (
    kind === TOKEN.variable || word === '=' || word === '@' || (reader.isName() && kind !== TOKEN.template)
  )
}

function startTable(reader: Reader, header: ReadonlySet<string>): void {
  const { frame, findings, dialect } = reader
  reader.skip(CONDITION)
  const name = takeTarget(reader)
  if (!name) return
  if (header.has('RECURSIVE')) reader.ctes.show(keyOf(lastPart(name), dialect)) // Postgres: the view names itself
  const temporary = findings.temporaries.isTemporary(name) || [...header].some((word) => TEMPORARY.has(word))
  frame.creation = { name, temporary, byQuery: false }
}

/** `inserted` and `deleted` stand for the table of the trigger. */
function showTriggerTables({ ctes }: Reader): void {
  for (const name of ['inserted', 'deleted', 'INSERTED', 'DELETED']) ctes.show(name)
}

/** CACHE TABLE, at the word: Spark keeps the query as a temporary view. */
export function startCache(reader: Reader): void {
  const { frame } = reader
  reader.at++
  if (reader.word() === 'LAZY') reader.at++
  const name = takeTarget(reader)
  if (name) frame.creation = { name, temporary: false, byQuery: true }
  frame.verb = 'CREATE'
  frame.state = 'creating'
}

/** Behind the name: columns and options, up to AS and a query, or the table that this one is a copy of. */
export function creating(reader: Reader): void {
  const { frame } = reader
  const word = reader.word()
  if (frame.verb === 'ROUTINE') {
    readRoutine(reader)
  } else if (word === 'AS') {
    reader.at++
    readAs(reader)
  } else if (word === 'SELECT' || (word === 'WITH' && frame.creation?.byQuery)) {
    startQuery(reader)
  } else {
    reader.at++
    if (!COPIES.has(word) || !reader.isName() || NO_COPY.has(reader.word())) return
    if (word === 'CLONE' && reader.word() === 'AS') reader.at++
    readNameAsTable(reader)
  }
}

const COPIES = words('LIKE CLONE COPY')
const NO_COPY = words('GRANTS TAGS')
const BEFORE_BODY = words('AS IS BEGIN DO THEN')

function readRoutine(reader: Reader): void {
  const { frame } = reader
  const word = reader.word()
  reader.at++
  if (word === 'REFERENCING') skipTransitions(reader)
  const isBody = word === 'ROW' && isStatementWord(reader) && reader.word() !== 'EXECUTE' // FOR EACH ROW
  if (BEFORE_BODY.has(word) || isBody) frame.state = 'statement'
  else if (word === 'RETURN') frame.state = 'prefix'
}

/** A trigger's REFERENCING OLD TABLE AS o NEW ROW AS n: no body follows this AS. */
function skipTransitions(reader: Reader): void {
  while (TRANSITIONS.has(reader.word())) {
    reader.skip(TRANSITIONS)
    if (reader.isName()) reader.at++
  }
}
const TRANSITIONS = words('OLD NEW PARENT TABLE ROW OLD_TABLE NEW_TABLE AS')

const QUERIES = words('SELECT WITH VALUES FROM TABLE ( EXECUTE PIVOT UNPIVOT SUMMARIZE DESCRIBE')

function readAs(reader: Reader): void {
  if (QUERIES.has(reader.word()) || reader.kind() === TOKEN.template) {
    startQuery(reader)
  } else if (reader.word() === 'REPLICA' && reader.word(1) === 'OF') {
    reader.at += 2
    readNameAsTable(reader)
  } else if (reader.dialect.asCopiesTable && reader.isName() && !beginsCall(reader, 0)) {
    readNameAsTable(reader)
  }
}

function startQuery({ frame }: Reader): void {
  if (frame.creation?.byQuery) frame.creation = { ...frame.creation, temporary: true }
  frame.state = 'query'
}

/** ALTER TABLE takes rows from another table in ClickHouse (PARTITION … FROM t) and Redshift (APPEND FROM t). */
export function altering(reader: Reader): void {
  const isFrom = reader.word() === 'FROM' && reader.word(-1) !== 'DISTINCT'
  reader.at++
  if (isFrom && reader.isName()) readNameAsTable(reader)
}
