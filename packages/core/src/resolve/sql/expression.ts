import { isSetOperator } from './clauses.ts'
import { beginsCall, beginsQuery } from './query-starts.ts'
import type { Reader } from './reader.ts'
import { readNameAsTable } from './read-name.ts'
import { readTableCall } from './table-calls.ts'

/** Right behind an opening bracket. */
export function opened(reader: Reader): void {
  reader.frame.state = beginsQuery(reader) ? 'query' : 'expression'
}

/** Between brackets, where a comma and FROM mean nothing. SELECT is a word in every dialect that no column can be. */
export function expression(reader: Reader): void {
  const { frame } = reader
  const word = reader.word()
  if (word === 'SELECT' || isSetOperator(reader)) {
    frame.state = 'query'
    if (word !== 'SELECT') reader.at++
    return
  }
  if (word === 'TABLE' && BEFORE_ARGUMENT.has(reader.word(-1))) {
    tableArgument(reader)
    return
  }
  reader.at++
}

const BEFORE_ARGUMENT = new Set(['(', ',', '=>', ':=', '='])

/** `TABLE t`, `TABLE(t)` and TABLE('t') as arguments of a table function: that reads the table. */
function tableArgument(reader: Reader): void {
  reader.at++
  if (reader.word() !== '(') {
    if (reader.isName()) readNameAsTable(reader)
    return
  }
  const isQuery = reader.word(1) === 'SELECT' || reader.word(1) === 'WITH'
  if (reader.isName(1) && !isQuery && !beginsCall(reader, 1)) {
    reader.push('(', 'expression')
    reader.at++
    readNameAsTable(reader)
  } else {
    readTableCall(reader)
  }
}

/** The parentheses of CREATE TABLE: `LIKE other` takes its columns from another table. */
export function definitions(reader: Reader): void {
  if (reader.word() === 'LIKE' && (reader.word(-1) === '(' || reader.word(-1) === ',') && reader.isName(1)) {
    reader.at++
    readNameAsTable(reader)
    return
  }
  expression(reader)
}
