import type { Frame, State } from './frame.ts'
import type { Reader } from './reader.ts'
import { settleEntry, settleWritten } from './settle.ts'

/** The innermost frame comes to its end, at the current token. */
export function endFrame(reader: Reader): void {
  const { frame } = reader
  settleQuery(reader)
  reader.frames.pop()
  if (!frame.isTree) reader.paths.release(frame.aliasMark) // the aliases of a join tree are those of the query around it
  reader.ctes.release(frame.cteMark)
  const above = reader.frames.at(-1)
  if (frame.cte === undefined || !above) return
  reader.ctes.show(frame.cte)
  if (above.item) Object.assign(above.item, { name: undefined, bodyIsDue: false, complete: true })
}

/** A statement ends: what is open is closed, and the next one starts with nothing but temporary tables. */
export function endStatement(reader: Reader): void {
  const { frames } = reader
  const isBase = ({ opener }: Frame): boolean => opener === '' || opener === '%'
  const base = frames.findLastIndex(isBase)
  const unclosed = frames[base + 1]
  if (unclosed)
    reader.warn(`this ${BRACKETS[unclosed.opener]} is never closed`, reader.tokens.start(unclosed.token))
  while (frames.length > base + 1) endFrame(reader)

  const { frame } = reader
  if (EXPRESSIONS.has(frame.state) && DANGLING.has(reader.word(-1)))
    reader.warn('the statement breaks off here', reader.tokens.start(reader.at - 1))
  settleQuery(reader)
  const { creation } = frame
  if (creation?.temporary) reader.findings.temporaries.add(creation.name)
  reader.ctes.release(frame.cteMark)
  reader.paths.release(frame.aliasMark)
  Object.assign(frame, {
    state: 'statement',
    verb: '',
    awaitsSelect: false,
    usingTables: false,
    templated: false,
    creation: undefined,
    item: undefined,
    waitingFrom: reader.paths.count,
    waitingTo: reader.paths.count,
  } satisfies Partial<Frame>)
}

/** What a frame ends without is missed, and what its entries turned out to be is settled. */
function settleQuery(reader: Reader): void {
  const { frame } = reader
  const owed = frame.templated ? MADE_BY_TEMPLATE[frame.state] : OWED[frame.state]
  if (owed !== undefined) reader.warn(owed)
  settleEntry(reader)
  settleWritten(reader)
}

const OWED: Partial<Record<State, string>> = {
  query: 'a query is missing here',
  table: 'a table is missing here',
  with: 'the query that WITH is for is missing here',
}

const MADE_BY_TEMPLATE: Partial<Record<State, string>> = {
  ...OWED,
  query: 'this query is made by a template',
  statement: 'this statement is made by a template',
}

const BRACKETS: Readonly<Record<string, string>> = { '(': 'parenthesis', '[': 'bracket', '{': 'brace' }

const EXPRESSIONS = new Set(['list', 'joined', 'columns', 'tail', 'expression', 'opened'])

/** A statement that ends with one of these was cut off. */
const DANGLING = new Set(
  'WHERE ON AND OR NOT BY SELECT HAVING IN BETWEEN LIKE WHEN THEN CASE JOIN FROM AS SET LEFT RIGHT INNER CROSS LIMIT FULL OUTER NATURAL , . = < +'.split(
    ' ',
  ),
)
