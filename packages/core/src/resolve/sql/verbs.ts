import { startChanges, startCopy, startUnload } from './copy.ts'
import { startCache, startCreate } from './create.ts'
import type { State } from './frame.ts'
import { beginsWith, namesTable } from './query-starts.ts'
import { readNameAsTable } from './read-name.ts'
import type { Reader } from './reader.ts'
import { startCall, startDeclare, startDrop, startPrepare } from './script.ts'
import { TOKEN } from './tokens.ts'
import { startWith } from './with-clause.ts'
import { startDelete, startInsert, startMerge, startUpdate } from './writes.ts'

/** Begins what a word stands for, at that word, and goes past it at least. */
type Start = (reader: Reader) => void

const enter =
  (state: State): Start =>
  (reader) => {
    reader.frame.state = state
    reader.at++
  }

/** Queries, and statements that can stand in their place: in parentheses, behind WITH, behind EXPLAIN. */
const QUERIES: Readonly<Record<string, Start>> = {
  SELECT: startSelect,
  PERFORM: startSelect, // PL/pgSQL
  WITH: startWith,
  INSERT: startInsert,
  REPLACE: startInsert,
  UPDATE: startUpdate,
  DELETE: startDelete,
  MERGE: startMerge,
  CALL: startCall,
  EXEC: startCall,
  EXECUTE: startCall,
}

/** More of them, by words that are names and options elsewhere: only where a query is due. */
const SHORT_QUERIES: Readonly<Record<string, Start>> = {
  FROM: startFrom,
  TABLE: startTable,
  VALUES: enter('tail'),
  PIVOT: startPivot,
  PIVOT_WIDER: startPivot,
  PIVOT_LONGER: startPivot,
  UNPIVOT: startPivot,
  SUMMARIZE: startPivot,
  DESCRIBE: enter('prefix'),
  DESC: enter('prefix'),
  SHOW: enter('inert'),
  EXPLAIN: startExplain,
}

const STATEMENTS: Readonly<Record<string, Start>> = {
  CREATE: startCreate,
  ALTER: startCreate,
  DROP: startDrop,
  COPY: startCopy,
  UNLOAD: startUnload,
  DECLARE: startDeclare,
}

const SHORT_STATEMENTS: Readonly<Record<string, Start>> = {
  PREPARE: startPrepare,
  CACHE: startCache,
  APPLY: startChanges,
  AUTO: startChanges,
}

/** Begins a query where one is due. @returns false where the current word begins none. */
export const startQuery = (reader: Reader): boolean => start(reader, QUERIES) || start(reader, SHORT_QUERIES)

/** Begins a statement where one is due. */
export const startStatement = (reader: Reader): boolean =>
  startQuery(reader) || start(reader, STATEMENTS) || start(reader, SHORT_STATEMENTS)

/** Begins a statement behind other words: only by a word that means nothing else there. */
export function startBehind(reader: Reader): boolean {
  if (reader.word() === 'WITH' && !beginsWith(reader)) return false
  return start(reader, QUERIES) || start(reader, STATEMENTS)
}

function start(reader: Reader, starts: Readonly<Record<string, Start>>): boolean {
  const word = reader.word()
  if (!Object.hasOwn(starts, word) || isCall(reader, word)) return false
  starts[word]?.(reader)
  return true
}

/** REPLACE(…), UPDATE(…) and so on are functions; `UPDATE (SELECT …)` is none. */
function isCall(reader: Reader, word: string): boolean {
  if (word === 'REPLACE') return !reader.isName(1)
  const next = reader.word(1)
  if (word === 'UPDATE') return next === 'STATISTICS' || (next === '(' && reader.word(2) !== 'SELECT')
  if (word === 'INSERT') return next === '('
  if (word === 'APPLY') return next !== 'CHANGES'
  if (word === 'AUTO') return next !== 'CDC'
  return word === 'DELETE' && next === '('
}

function startSelect(reader: Reader): void {
  const { frame } = reader
  frame.verb ||= 'SELECT'
  frame.awaitsSelect = false
  frame.state = 'list'
  reader.at++
}

/** FROM before SELECT, or without it. */
function startFrom(reader: Reader): void {
  const { frame } = reader
  frame.verb ||= 'FROM'
  frame.awaitsSelect = true
  frame.state = 'table'
  reader.at++
}

/** TABLE t is SELECT * FROM t. */
function startTable(reader: Reader): void {
  const { frame } = reader
  const isName = namesTable(reader)
  reader.at++
  if (reader.word() === 'SELECT' || reader.word() === 'WITH') {
    frame.state = 'query' // a table macro of DuckDB's
    return
  }
  frame.state = 'tail'
  if (!isName) return
  if (reader.word() === 'ONLY' && reader.isName(1)) reader.at++
  readNameAsTable(reader)
}

/** DuckDB's PIVOT t ON …, SUMMARIZE t: one table, or a query. */
function startPivot(reader: Reader): void {
  const { frame } = reader
  reader.at++
  if (reader.word() === 'SELECT' || reader.word() === 'FROM') {
    frame.state = 'query'
    return
  }
  frame.state = 'columns'
  if (reader.word() === '(') {
    reader.push('(', 'table', { isTree: true })
    reader.at++
  } else if (reader.kind() === TOKEN.string) {
    reader.at++
  } else {
    readNameAsTable(reader)
  }
}

const EXPLAIN_OPTIONS = new Set(
  'ANALYZE ANALYSE VERBOSE EXTENDED FORMATTED CODEGEN COST LOGICAL PLAN PIPELINE SYNTAX AST QUERY TREE ESTIMATE USING TEXT JSON TABULAR FORMAT TYPE DISTRIBUTED IO VALIDATE FOR'.split(
    ' ',
  ),
)

/** EXPLAIN and its options, and then any statement. */
function startExplain(reader: Reader): void {
  const { frame } = reader
  reader.at++
  reader.skip(EXPLAIN_OPTIONS)
  frame.state = Object.hasOwn(SHORT_QUERIES, reader.word()) ? 'query' : 'prefix'
}
