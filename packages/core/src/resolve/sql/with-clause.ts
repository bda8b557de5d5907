import type { WithItem } from './frame.ts'
import { beginsQuery } from './query-starts.ts'
import type { Reader } from './reader.ts'
import { TOKEN } from './tokens.ts'
import { words } from './words.ts'

/** WITH, at the word. */
export function startWith(reader: Reader): void {
  const { frame } = reader
  reader.at++
  const recursive = reader.word() === 'RECURSIVE' && reader.word(1) !== 'AS'
  if (recursive) reader.at++
  const isRoutine = reader.word() === 'FUNCTION' || reader.word() === 'PROCEDURE'
  if (isRoutine && reader.kind(1) === TOKEN.word && reader.word(1) !== 'AS') {
    reader.isProcedural = true
    frame.state = 'prefix'
    return
  }
  frame.item = { ...NEW_ITEM, recursive }
  frame.state = 'with'
}

const NEW_ITEM: WithItem = {
  recursive: false,
  name: undefined,
  bodyIsDue: false,
  complete: false,
  searching: false,
}

/** The entries of WITH: `name (columns) AS (query)`, and ClickHouse's `expression AS name`. */
export function withItems(reader: Reader): void {
  const { frame } = reader
  const item = (frame.item ??= NEW_ITEM)
  const word = reader.word()
  if (word === ',') {
    if (!item.searching || beginsItem(reader, 1)) frame.item = { ...NEW_ITEM, recursive: item.recursive }
  } else if (word === '|>') {
    frame.item = undefined
    frame.state = 'columns' // WITH is a step of a pipe
  } else if (word === 'AS') {
    readAs(reader, item)
    return
  } else if (word === '(') {
    openItem(reader, item)
  } else if (item.complete && (word === 'SEARCH' || word === 'CYCLE')) {
    frame.item = { ...item, searching: true }
  } else if (word !== 'SELECT' && !item.complete && item.name === undefined && beginsItem(reader)) {
    frame.item = { ...item, name: reader.keyAt(0) }
  } else if (beginsMain(reader, item)) {
    frame.item = undefined
    frame.state = 'query'
    return
  }
  reader.at++
}

function beginsMain(reader: Reader, item: WithItem): boolean {
  if (reader.word() === 'SELECT' || (item.complete && MAIN.has(reader.word()))) return true
  return item.name === undefined && beginsQuery(reader)
}
const MAIN = words('INSERT UPDATE DELETE MERGE REPLACE FROM VALUES TABLE WITH PIVOT UNPIVOT SUMMARIZE')

const beginsItem = (reader: Reader, distance = 0): boolean =>
  reader.isName(distance) && AFTER_NAME.has(reader.word(distance + 1))
const AFTER_NAME = words('AS ( USING MAX')

/** AS before a body, or behind an expression that is given a name. */
function readAs(reader: Reader, item: WithItem): void {
  const { frame, ctes } = reader
  reader.at++
  reader.skip(MATERIALIZED)
  if (reader.word() === '(') {
    frame.item = { ...item, bodyIsDue: true }
    return
  }
  if (reader.kind() === TOKEN.template) {
    if (!reader.templatesRead.has(reader.at))
      reader.warn('this query is made by a template, so its tables are not known')
    if (item.name !== undefined) ctes.show(item.name)
  } else if (reader.isName()) {
    ctes.show(reader.keyAt(0))
  }
  if (reader.isName()) reader.at++
  frame.item = { ...item, name: undefined, complete: true }
}
const MATERIALIZED = words('NOT MATERIALIZED')

/** A body, the columns of the CTE, or a part of an expression. The main query may stand in parentheses, too. */
function openItem(reader: Reader, item: WithItem): void {
  const { frame, dialect } = reader
  const { name, recursive } = item
  const isQuery = beginsQuery(reader, 1)
  if (item.bodyIsDue || (isQuery && name !== undefined)) {
    // Spark does without AS.
    const ownName = !recursive && dialect.recursesUnasked ? name : undefined
    reader.push('(', 'query', { cte: name, ownName })
    if (recursive && name !== undefined) reader.ctes.show(name)
  } else if (item.complete && (isQuery || reader.word(1) === '(')) {
    frame.item = undefined
    frame.state = 'tail'
    reader.push('(', 'query')
  } else {
    reader.push('(', 'opened')
  }
}
