import type { Frame } from './frame.ts'
import type { Reader } from './reader.ts'
import type { TableName } from './table-name.ts'
import { TOKEN } from './tokens.ts'
import { takeInto, takeTarget } from './write-target.ts'

const INSERT_OPTIONS = new Set(
  'LOW_PRIORITY DELAYED HIGH_PRIORITY IGNORE OR REPLACE ABORT FAIL ROLLBACK ALL FIRST LOCAL INTO OVERWRITE TABLE FUNCTION'.split(
    ' ',
  ),
)
const NO_TARGET = new Set(['WHEN', 'DIRECTORY', 'VALUES', 'SELECT', 'INTO'])

/** INSERT, REPLACE and COPY-like words, at the word: goes past the target. */
export function startInsert(reader: Reader): void {
  const { frame } = reader
  reader.at++
  reader.skip(INSERT_OPTIONS)
  skipTop(reader)
  reader.skip(INSERT_OPTIONS)
  if (!NO_TARGET.has(reader.word())) takeTarget(reader)
  frame.verb = 'INSERT'
  frame.awaitsSelect = false
  frame.state = 'inserting'
}

/** Behind the target: columns, hints, partitions, and then rows, a query, or a procedure that makes them. */
export function inserting(reader: Reader): void {
  const { frame } = reader
  const word = reader.word()
  if (word === 'INTO') {
    takeInto(reader)
  } else if (QUERIES.has(word) || word === 'WITH' || word === 'TABLE') {
    frame.state = 'query'
  } else if (word === 'VALUES' || word === 'SET') {
    frame.state = 'tail'
    reader.at++
  } else if (PROCEDURES.has(word)) {
    frame.state = 'statement'
  } else {
    reader.at++
  }
}

const QUERIES = new Set(['SELECT', 'FROM', 'UNION', 'INTERSECT', 'EXCEPT', 'MINUS'])
const PROCEDURES = new Set(['EXEC', 'EXECUTE', 'CALL'])

const UPDATE_OPTIONS = new Set([
  'LOW_PRIORITY',
  'IGNORE',
  'ONLY',
  'OR',
  'REPLACE',
  'ROLLBACK',
  'ABORT',
  'FAIL',
])

/** UPDATE, at the word. MySQL joins more tables to the target, others name them in FROM. */
export function startUpdate(reader: Reader): void {
  const { frame } = reader
  reader.at++
  skipTop(reader)
  reader.skip(UPDATE_OPTIONS)
  startWriting(frame, 'UPDATE', 'joined')
  const isInlineView = reader.word() === '(' && reader.frame.state === 'joined'
  if (isInlineView) frame.state = 'table'
  else takeTargets(reader, false)
}

const DELETE_OPTIONS = new Set(['LOW_PRIORITY', 'QUICK', 'IGNORE'])

/** DELETE, at the word: `DELETE FROM t`, `DELETE t`, `DELETE a, b FROM …`, `DELETE FROM a, b USING …`. */
export function startDelete(reader: Reader): void {
  const { frame } = reader
  reader.at++
  skipTop(reader)
  reader.skip(DELETE_OPTIONS)
  if (reader.word() === 'FROM') reader.at++
  startWriting(frame, 'DELETE', 'list')
  frame.usingTables = true
  if (reader.word() === '(') frame.state = 'table'
  else takeTargets(reader, true)
}

const MERGE_OPTIONS = new Set(['SCHEMA', 'EVOLUTION', 'WITH', 'INTO', 'ONLY'])

/** MERGE, at the word. */
export function startMerge(reader: Reader): void {
  const { frame } = reader
  reader.at++
  skipTop(reader)
  reader.skip(MERGE_OPTIONS)
  startWriting(frame, 'MERGE', 'list')
  frame.usingTables = true
  takeTarget(reader)
}

function startWriting(frame: Frame, verb: string, state: 'joined' | 'list'): void {
  frame.verb = verb
  frame.state = state
  frame.awaitsSelect = false
  frame.written = undefined
}

/** Targets that FROM or USING can name again. */
function takeTargets(reader: Reader, several: boolean): void {
  const targets: TableName[] = []
  for (;;) {
    const target = takeTarget(reader)
    if (target) targets.push(target)
    if (!several || reader.word() !== ',' || !reader.isName(1)) break
    reader.at++
  }
  reader.frame.written = { targets, entries: [] }
}

/** SQL Server's TOP (n) [PERCENT] */
function skipTop(reader: Reader): void {
  if (reader.word() !== 'TOP') return
  const isCount = reader.word(1) === '(' && reader.word(3) === ')'
  if (isCount) reader.at += 4
  else if (reader.kind(1) === TOKEN.number || reader.kind(1) === TOKEN.variable) reader.at += 2
  if (reader.word() === 'PERCENT') reader.at++
}
