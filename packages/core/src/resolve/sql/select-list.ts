import { beginsClause, isSetOperator } from './clauses.ts'
import { leavesFrom, nextArm } from './from-clause.ts'
import type { Reader } from './reader.ts'
import { TOKEN } from './tokens.ts'
import { takeInto } from './write-target.ts'

/** What SELECT lists or SET sets, or what stands between DELETE or MERGE and its tables: FROM is due. */
export function selectList(reader: Reader): void {
  const { frame } = reader
  switch (reader.word()) {
    case 'FROM':
      if (isPartOfExpression(reader)) break
      frame.waitingTo = reader.paths.count
      frame.state = 'table'
      break
    case 'USING':
      if (!frame.usingTables) break
      frame.usingTables = false
      frame.state = 'table'
      break
    case 'INTO':
      takeInto(reader)
      return
    case 'AS':
      skipAlias(reader)
      return
    case '|>':
      frame.state = 'columns'
      break
    default:
      if (isSetOperator(reader)) nextArm(reader)
      else if (endsList(reader)) frame.state = 'tail'
      else if (reader.word() === 'SELECT') {
        frame.state = 'query'
        return
      }
  }
  reader.at++
}

/** Other clauses lead to no FROM of their own, and their words are names of columns, too: `SELECT offset FROM …`. */
const endsList = (reader: Reader): boolean =>
  (CLAUSES.has(reader.word()) && beginsClause(reader)) ||
  (reader.word() === 'WHEN' && reader.frame.verb === 'MERGE')
const CLAUSES = new Set(['WHERE', 'GROUP', 'HAVING', 'ORDER', 'FETCH'])

/** IS DISTINCT FROM, and FROM FIRST or LAST of a window function. */
function isPartOfExpression(reader: Reader): boolean {
  if (reader.word(-1) === 'DISTINCT') return reader.word(-2) === 'IS' || reader.word(-2) === 'NOT'
  const isEdge = reader.word(1) === 'FIRST' || reader.word(1) === 'LAST'
  return isEdge && reader.word(-1) === ')' && WINDOW_WORDS.has(reader.word(2))
}
const WINDOW_WORDS = new Set(['IGNORE', 'RESPECT', 'OVER', 'NULLS'])

/** Behind AS stands an alias, even if it spells a keyword; but FROM only where that leaves another one for the tables. */
function skipAlias(reader: Reader): void {
  reader.at++
  const isFrom = reader.word() === 'FROM' && !AFTER_ALIAS.has(reader.word(1))
  if (reader.kind() === TOKEN.word && !isFrom) reader.at++
}
const AFTER_ALIAS = new Set(['FROM', ',', ')'])

/** WHERE and what follows it: only another query, or a join that was put too late, leads to more tables. */
export function tail(reader: Reader): void {
  if (!leavesFrom(reader)) reader.at++
}
