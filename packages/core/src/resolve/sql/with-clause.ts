import { beginsQuery } from './query-starts.ts'
import type { WithItem } from './frame.ts'
import type { Reader } from './reader.ts'
import { TOKEN } from './tokens.ts'

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
  frame.item = newItem(recursive)
  frame.state = 'with'
}

const newItem = (recursive: boolean): WithItem => ({
  recursive,
  name: undefined,
  bodyIsDue: false,
  complete: false,
  searching: false,
})

/** The entries of WITH: `name (columns) AS (query)`, and ClickHouse's `expression AS name`. */
export function withItems(reader: Reader): void {
  const { frame } = reader
  const item = (frame.item ??= newItem(false))
  const word = reader.word()
  if (word === ',') {
    if (!item.searching || beginsItem(reader, 1)) frame.item = newItem(item.recursive)
    reader.at++
  } else if (word === '|>') {
    frame.item = undefined
    frame.state = 'columns' // WITH as a step of a pipe
    reader.at++
  } else if (word === 'AS') {
    readAs(reader, item)
  } else if (word === '(') {
    openItem(reader, item)
  } else if (item.complete && (word === 'SEARCH' || word === 'CYCLE')) {
    item.searching = true
    reader.at++
  } else if (word !== 'SELECT' && !item.complete && item.name === undefined && beginsItem(reader)) {
    item.name = reader.keyAt(0)
    reader.at++
  } else if (
    word === 'SELECT' ||
    (item.complete && MAIN.has(word)) ||
    (item.name === undefined && beginsQuery(reader))
  ) {
    frame.item = undefined
    frame.state = 'query'
  } else {
    reader.at++
  }
}

const MAIN = new Set(
  'INSERT UPDATE DELETE MERGE REPLACE FROM VALUES TABLE WITH PIVOT UNPIVOT SUMMARIZE CREATE'.split(' '),
)

const beginsItem = (reader: Reader, distance = 0): boolean =>
  reader.isName(distance) && AFTER_NAME.has(reader.word(distance + 1))
const AFTER_NAME = new Set(['AS', '(', 'USING', 'MAX'])

/** AS before a body, or behind an expression that is given a name. */
function readAs(reader: Reader, item: WithItem): void {
  reader.at++
  reader.skip(MATERIALIZED)
  if (reader.word() === '(') {
    item.bodyIsDue = true
    return
  }
  if (reader.kind() === TOKEN.template && !reader.templatesRead.has(reader.at))
    reader.warn('this query is made by a template')
  else if (reader.isName()) reader.ctes.show(reader.keyAt(0))
  if (reader.kind() === TOKEN.template && item.name !== undefined) reader.ctes.show(item.name)
  Object.assign(item, { name: undefined, complete: true } satisfies Partial<WithItem>)
  if (reader.isName()) reader.at++
}
const MATERIALIZED = new Set(['NOT', 'MATERIALIZED'])

/** A body, the columns of the CTE, or a part of an expression. The main query may stand in parentheses, too. */
function openItem(reader: Reader, item: WithItem): void {
  const { frame, dialect } = reader
  reader.at++
  const isQuery = beginsQuery(reader)
  reader.at--
  const isBody = item.bodyIsDue || (isQuery && item.name !== undefined) // Spark does without AS
  if (isBody) {
    const { name, recursive } = item
    reader.push('(', 'query', {
      cte: name,
      ownName: !recursive && dialect.recursesUnasked ? name : undefined,
    })
    if (recursive && name !== undefined) reader.ctes.show(name)
  } else if (item.complete && (isQuery || reader.word(1) === '(')) {
    frame.item = undefined
    frame.state = 'tail'
    reader.push('(', 'query')
  } else {
    reader.push('(', 'opened')
  }
  reader.at++
}
