import { beginsClause, isJoin, isJoinSide, isSetOperator } from './clauses.ts'
import { beginsWith } from './query-starts.ts'
import type { Reader } from './reader.ts'
import { settleEntry } from './settle.ts'
import { TOKEN } from './tokens.ts'
import { takeInto } from './write-target.ts'

/** Behind a table: its alias, its modifiers, ON and what is compared there, until the next table or the end of FROM. */
export function afterTable(reader: Reader): void {
  const { frame } = reader
  const word = reader.word()
  if (word === ',') {
    reader.at++
    if (frame.state === 'columns') return
    settleEntry(reader)
    frame.state = 'table'
    return
  }
  if (leavesFrom(reader)) return
  switch (word) {
    case 'LATERAL':
      if (reader.word(1) === 'VIEW') frame.state = 'columns'
      reader.at++
      return
    case 'ARRAY':
      if (reader.word(1) === 'JOIN') frame.state = 'columns'
      reader.at += reader.word(1) === 'JOIN' ? 2 : 1
      return
    case 'ON':
      readOn(reader)
      return
    case 'USING':
      readUsing(reader)
      return
    case 'WITH':
      skipWith(reader)
      return
    case 'AS':
      readAlias(reader)
      return
    default:
      readBareAlias(reader)
      reader.at++
  }
}

/** Clauses, joins and queries that follow FROM. Takes the word that leads away. */
export function leavesFrom(reader: Reader): boolean {
  const { frame } = reader
  const word = reader.word()
  if (isJoin(reader)) {
    settleEntry(reader)
    frame.state = 'table'
  } else if (isSetOperator(reader)) {
    nextArm(reader)
  } else if (word === '|>') {
    settleEntry(reader)
    frame.state = 'columns'
  } else if (word === 'INTO') {
    settleEntry(reader)
    takeInto(reader)
    frame.state = 'tail'
    return true
  } else if (word === 'SELECT' || (word === 'INSERT' && WRITES.has(reader.word(1))) || beginsWith(reader)) {
    settleEntry(reader)
    frame.state = 'query'
    return true
  } else if (word === 'SET' && frame.verb === 'UPDATE' && frame.state !== 'tail') {
    settleEntry(reader)
    frame.state = 'list'
  } else if (beginsClause(reader) || (word === 'WHEN' && frame.verb === 'MERGE') || isRowTransform(reader)) {
    settleEntry(reader)
    frame.state = 'tail'
  } else {
    return false
  }
  reader.at++
  return true
}

const WRITES = new Set(['INTO', 'OVERWRITE'])

/** Hive's FROM t MAP a, b USING 'script' */
const isRowTransform = (reader: Reader): boolean =>
  (reader.word() === 'MAP' || reader.word() === 'REDUCE') && reader.frame.awaitsSelect && reader.isName(1)

/** UNION and its kin: the next query of the same frame, which sees its CTEs but none of its aliases. */
export function nextArm(reader: Reader): void {
  const { frame, paths } = reader
  settleEntry(reader)
  paths.release(frame.aliasMark)
  if (frame.ownName !== undefined) reader.ctes.show(frame.ownName)
  frame.awaitsSelect = false
  frame.written = undefined
  frame.waitingFrom = paths.count
  frame.waitingTo = paths.count
  frame.state = 'query'
}

function readOn(reader: Reader): void {
  settleEntry(reader)
  const isUpsert =
    reader.word(1) === 'CONFLICT' || (reader.word(1) === 'DUPLICATE' && reader.word(2) === 'KEY')
  if (isUpsert && reader.frame.verb === 'INSERT') reader.frame.state = 'tail'
  reader.at++
}

function readUsing(reader: Reader): void {
  const { frame, dialect } = reader
  settleEntry(reader)
  reader.at++
  if (frame.usingTables) {
    frame.usingTables = false
    frame.state = 'table'
  } else if (dialect.usingWithoutParentheses && reader.word() !== '(') {
    frame.state = 'columns'
  }
}

/** WITH ORDINALITY, WITH OFFSET AS place: the second alias is none of the table. */
function skipWith(reader: Reader): void {
  reader.at++
  if (reader.word() !== 'OFFSET' && reader.word() !== 'ORDINALITY') return
  const isOffset = reader.word() === 'OFFSET'
  reader.at++
  if (!isOffset) return
  if (reader.word() === 'AS') reader.at += 2
  else if (reader.isName() && !isJoinSide(reader.word()) && !isJoin(reader) && !beginsClause(reader))
    reader.at++
}

/** AS and an alias, whatever it spells; AS OF is time travel. */
function readAlias(reader: Reader): void {
  reader.at++
  if (reader.word() === 'OF' || !reader.isName()) return
  const { entry } = reader.frame
  if (entry) entry.alias = reader.keyAt(0)
  reader.at++
}

/** Words behind a table that modify it, or are no alias for other reasons. */
const NO_ALIAS = new Set(
  'FINAL SAMPLE TABLESAMPLE PIVOT UNPIVOT MATCH_RECOGNIZE MATCH_CONDITION PARTITION SUBPARTITION FOR OF VERSION VERSIONS TIMESTAMP SYSTEM_TIME USE FORCE IGNORE INDEX KEY CHANGES QUALIFY SET WHEN THEN AND OR NOT END ELSE BEGIN IF GO OUTPUT RETURNING LOOP VALUES DEFAULT NATURAL LATERAL CROSS STRAIGHT_JOIN'.split(
    ' ',
  ),
)
const BEFORE_BARE = new Set(['', ')', ']', '*'])

/** An alias without AS: a name behind the table, or behind the parentheses that modify it. */
function readBareAlias(reader: Reader): void {
  const { entry } = reader.frame
  const kind = reader.kind()
  const word = reader.word()
  if (!entry || entry.alias !== undefined || (kind !== TOKEN.word && kind !== TOKEN.quoted)) return
  if (NO_ALIAS.has(word) || isJoinSide(word) || !(BEFORE_BARE.has(reader.word(-1)) || isBehindName(reader)))
    return
  if (CALLED.has(word) && reader.word(1) === '(') return
  entry.alias = reader.keyAt(0)
}

const CALLED = new Set(['AT', 'BEFORE'])

/** A table's name may spell a keyword, too. */
function isBehindName(reader: Reader): boolean {
  const { entry } = reader.frame
  return entry?.name?.end === reader.tokens.end(reader.at - 1)
}

/** VALUES in FROM: rows, then an alias or the next table. */
export function rows(reader: Reader): void {
  const { frame } = reader
  if (reader.word() === ',' && (reader.word(1) === '(' || reader.word(1) === 'ROW')) reader.at++
  else if (reader.word() === 'ROW') reader.at++
  else frame.state = 'joined'
}
