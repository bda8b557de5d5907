import { isJoin } from './clauses.ts'
import { declareVariable } from './script.ts'
import { startBehind, startQuery, startStatement } from './verbs.ts'
import type { Reader } from './reader.ts'
import { TOKEN } from './tokens.ts'

/** Words of scripts behind which another statement begins. */
const BEFORE_STATEMENT = new Set('BEGIN ELSE THEN LOOP DO REPEAT EXCEPTION ATOMIC TRY CATCH'.split(' '))

/** Words that stand before a verb, or hold subqueries in parentheses. */
const PREFIXES = new Set(
  'IF WHILE ELSEIF ELSIF CASE WHEN FOR FOREACH RETURN OPEN RAISE UNTIL CURSOR LET END EXPORT ASSERT PROFILE CATALOG EXISTS USING'.split(
    ' ',
  ),
)

/** Statements that read no table. */
const INERT = new Set(
  `SET GRANT REVOKE DENY TRUNCATE USE ANALYZE ANALYSE VACUUM COMMENT COMMIT ROLLBACK START SAVEPOINT RELEASE ABORT LOCK
  UNLOCK FLUSH RESET KILL OPTIMIZE REPAIR CHECK CHECKSUM RENAME EXCHANGE ATTACH DETACH SYSTEM REFRESH UNCACHE CLEAR MSCK
  LOAD INSTALL PRAGMA ADD LIST LS GET PUT REMOVE RM UNDROP UNSET DISCARD CLUSTER REINDEX LISTEN NOTIFY UNLISTEN CLOSE FETCH
  MOVE DEALLOCATE SECURITY IMPORT REASSIGN CHECKPOINT PURGE FLASHBACK AUDIT NOAUDIT PRINT RAISERROR THROW WAITFOR GOTO
  BREAK CONTINUE ITERATE LEAVE EXIT NULL SIGNAL RESIGNAL HANDLER HELP SHUTDOWN DBCC BACKUP RESTORE BULK ENABLE DISABLE
  RECONFIGURE REVERT WATCH VALIDATE GENERATE CONVERT FSCK REORG RECOVER SUSPEND RESUME STOP CONNECT DISCONNECT SPOOL PROMPT
  WHENEVER UPDATE FORCE UNINSTALL GO BINLOG CHANGE CLONE RESTART SOURCE`.split(/\s+/),
)

const TRANSACTIONS = new Set([
  'TRAN',
  'TRANSACTION',
  'WORK',
  'DISTRIBUTED',
  'IMMEDIATE',
  'DEFERRED',
  'EXCLUSIVE',
])

/** A statement begins. */
export function statement(reader: Reader): void {
  const { frame } = reader
  const word = reader.word()
  switch (reader.kind()) {
    case TOKEN.string:
      readCodeInString(reader)
      return
    case TOKEN.symbol:
    case TOKEN.variable:
      if (word === '%' && reader.tokens.touches(reader.at + 1)) reader.at++ // a notebook's %sql
      reader.at++ // a label's brackets, the slash of SQL*Plus, and what is no SQL
      return
    default:
  }
  frame.verb = word
  if (startStatement(reader)) return
  if (BEFORE_STATEMENT.has(word)) {
    reader.isProcedural = true
    if (word === 'BEGIN' && TRANSACTIONS.has(reader.word(1))) frame.state = 'inert'
  } else if (word === 'LANGUAGE') {
    reader.at++
  } else if (PREFIXES.has(word)) {
    frame.state = 'prefix'
    if (word !== 'EXPORT' && word !== 'EXISTS') reader.isProcedural = true
  } else if (INERT.has(word)) {
    frame.state = 'inert'
  } else {
    readUnknown(reader)
    return
  }
  reader.at++
}

/** A query has to begin. What stands before it (ALL, DISTINCT, BY NAME) is passed over. */
export function query(reader: Reader): void {
  if (startQuery(reader)) return
  if (isJoin(reader)) reader.frame.state = 'table' // SQL-92's UNION JOIN
  reader.at++
}

/** Words before a verb. */
export function prefix(reader: Reader): void {
  if (BEFORE_STATEMENT.has(reader.word())) reader.frame.state = 'statement'
  else if (reader.kind() === TOKEN.variable) declareVariable(reader)
  else if (!startBehind(reader)) skipPrefix(reader)
}

/** OPEN c FOR and a string, or a variable, where a query can stand, too. */
function skipPrefix(reader: Reader): void {
  const isText = reader.kind() === TOKEN.string || reader.kind() === TOKEN.word
  if (reader.frame.verb === 'OPEN' && reader.word(-1) === 'FOR' && isText)
    reader.warn('the query that is opened here is put together when it runs')
  reader.at++
}

/** DO $$ … $$, CREATE FUNCTION … AS '…' */
function readCodeInString(reader: Reader): void {
  if (/\s/.test(reader.tokens.written(reader.at))) reader.warn('the code in this string is not looked into')
  reader.frame.state = 'inert'
  reader.at++
}

/** A label, a variable that is set or declared, a call; or no SQL that is known. */
function readUnknown(reader: Reader): void {
  const { frame } = reader
  const next = reader.word(1)
  if (next === ':') {
    reader.at += 2
    return
  }
  if (reader.isProcedural && next === 'AS' && reader.word(2) === '(') {
    frame.state = 'with' // behind the functions of Oracle's WITH
    return
  }
  if (!reader.isProcedural && next !== ':=') reader.warn('no known statement begins with this word')
  frame.state = 'prefix'
  reader.at++
}
