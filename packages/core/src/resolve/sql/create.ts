import { beginsCall } from './query-starts.ts'
import { readNameAsTable } from './read-name.ts'
import type { Reader } from './reader.ts'
import { isStatementWord } from './statement-words.ts'
import { lastPart } from './table-name.ts'
import { TOKEN } from './tokens.ts'
import { keyOf } from './visible-names.ts'
import { takeTarget } from './write-target.ts'

const TABLES = new Set(['TABLE', 'VIEW'])
/** What has a body of statements. */
const ROUTINES = new Set(
  'PROCEDURE PROC FUNCTION TRIGGER PACKAGE TASK ALERT EVENT RULE PIPE MODEL MACRO FLOW'.split(' '),
)
const INERT = new Set(
  'INDEX SCHEMA DATABASE ROLE USER LOGIN SEQUENCE TYPE DOMAIN POLICY STATISTICS PUBLICATION SUBSCRIPTION SERVER EXTENSION STAGE STREAM WAREHOUSE SYNONYM DICTIONARY CATALOG CONNECTION SECRET INTEGRATION TABLESPACE CAST OPERATOR AGGREGATE COLLATION LANGUAGE SHARE TAG'.split(
    ' ',
  ),
)
const TEMPORARY = new Set(['TEMP', 'TEMPORARY', 'VOLATILE'])
const CONDITION = new Set(['IF', 'NOT', 'EXISTS'])

/** CREATE or ALTER, at the word: goes to the kind of thing and past its name. */
export function startCreate(reader: Reader): void {
  const { frame } = reader
  const verb = reader.word()
  let isTemporary = false
  let isRecursive = false
  reader.at++
  while (isHeaderWord(reader)) {
    if (TEMPORARY.has(reader.word())) isTemporary = true
    if (reader.word() === 'RECURSIVE') isRecursive = true
    reader.at++
  }
  const kind = reader.word()
  const isFunction = kind === 'TABLE' && reader.word(1) === 'FUNCTION'
  frame.verb = verb
  if (TABLES.has(kind) && !isFunction) {
    if (verb === 'ALTER' && kind === 'TABLE') {
      frame.state = 'altering'
      reader.at++
      return
    }
    startTable(reader, isTemporary, isRecursive)
    return
  }
  if (ROUTINES.has(kind) || isFunction) {
    reader.isProcedural = true
    if (kind === 'TRIGGER') showTriggerTables(reader)
    frame.state = 'creating'
    frame.verb = 'ROUTINE'
  } else {
    frame.state = 'inert'
  }
}

/** OR REPLACE, GLOBAL TEMPORARY, DEFINER = `x`@`y` and so on. */
function isHeaderWord(reader: Reader): boolean {
  const word = reader.word()
  if (TABLES.has(word) || ROUTINES.has(word) || INERT.has(word)) return false
  const kind = reader.kind()
  return (
    kind === TOKEN.word || kind === TOKEN.quoted || kind === TOKEN.variable || word === '=' || word === '@'
  )
}

function startTable(reader: Reader, isTemporary: boolean, isRecursive: boolean): void {
  const { frame, findings } = reader
  frame.state = 'creating'
  reader.at++
  reader.skip(CONDITION)
  const name = takeTarget(reader)
  if (name && isRecursive) reader.ctes.show(keyOf(lastPart(name), reader.dialect)) // Postgres: the view names itself
  if (name) frame.creation = { name, temporary: isTemporary || findings.temporaries.isTemporary(name) }
}

/** `inserted` and `deleted`, which stand for the table of the trigger. */
function showTriggerTables({ ctes }: Reader): void {
  for (const name of ['inserted', 'deleted', 'INSERTED', 'DELETED']) ctes.show(name)
}

/** CACHE TABLE, at the word: Spark keeps the query as a temporary view. */
export function startCache(reader: Reader): void {
  const { frame } = reader
  reader.at++
  if (reader.word() === 'LAZY') reader.at++
  if (reader.word() === 'TABLE') reader.at++
  const name = takeTarget(reader)
  if (name) frame.creation = { name, temporary: false, byQuery: true }
  frame.verb = 'CREATE'
  frame.state = 'creating'
}

const COPIES = new Set(['LIKE', 'CLONE', 'COPY'])
const NO_COPY = new Set(['GRANTS', 'TAGS'])
const QUERIES = new Set([
  'SELECT',
  'WITH',
  'VALUES',
  'FROM',
  'TABLE',
  '(',
  'EXECUTE',
  'PIVOT',
  'UNPIVOT',
  'SUMMARIZE',
  'DESCRIBE',
])

/** Behind the name: columns and options, up to AS and a query, or the table that this one is a copy of. */
export function creating(reader: Reader): void {
  const { frame } = reader
  const word = reader.word()
  const isRoutine = frame.verb === 'ROUTINE'
  reader.at++
  if (isRoutine) {
    const begins =
      word === 'AS' ||
      word === 'IS' ||
      word === 'BEGIN' ||
      word === 'DO' ||
      word === 'RETURN' ||
      word === 'THEN'
    if (begins || (word === 'ROW' && isStatementWord(reader) && reader.word() !== 'EXECUTE'))
      frame.state = 'statement'
    else if (word === 'RETURN') frame.state = 'prefix'
    return
  }
  if (word === 'AS') readAs(reader)
  else if (word === 'SELECT' || (word === 'WITH' && frame.creation?.byQuery === true)) startQuery(reader, -1)
  else if (COPIES.has(word) && reader.isName() && !NO_COPY.has(reader.word())) {
    if (word === 'CLONE' && reader.word() === 'AS') reader.at++
    readNameAsTable(reader)
  }
}

function readAs(reader: Reader): void {
  const word = reader.word()
  if (QUERIES.has(word) || reader.kind() === TOKEN.template) {
    startQuery(reader, 0)
  } else if (word === 'REPLICA' && reader.word(1) === 'OF') {
    reader.at += 2
    readNameAsTable(reader)
  } else if (reader.dialect.asCopiesTable && reader.isName() && !beginsCall(reader, 0)) {
    readNameAsTable(reader)
  }
}

function startQuery(reader: Reader, distance: number): void {
  const { frame } = reader
  if (frame.creation?.byQuery) frame.creation.temporary = true
  frame.state = 'query'
  reader.at += distance
}

/** ALTER TABLE takes rows from another table in ClickHouse (PARTITION … FROM t) and Redshift (APPEND FROM t). */
export function altering(reader: Reader): void {
  const word = reader.word()
  reader.at++
  if (word === 'FROM' && reader.isName() && reader.word(-2) !== 'DISTINCT') readNameAsTable(reader)
}
