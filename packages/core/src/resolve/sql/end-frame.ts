import type { Frame, State } from './frame.ts'
import type { Reader } from './reader.ts'
import { settleEntry, settleWritten } from './settle.ts'
import { words } from './words.ts'

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
  if (above.item) above.item = { ...above.item, name: undefined, bodyIsDue: false, complete: true }
}

/** A statement ends: what is open is closed, and the next one starts with nothing but temporary tables. */
export function endStatement(reader: Reader): void {
  closeBrackets(reader)
  const { frame, paths } = reader
  if (QUERIES.has(frame.state) && DANGLING.has(reader.word(-1)))
    reader.warn('the statement breaks off here', reader.tokens.start(reader.at - 1))
  settleQuery(reader)
  if (frame.creation?.temporary) reader.findings.temporaries.add(frame.creation.name)
  reader.ctes.release(frame.cteMark)
  paths.release(frame.aliasMark)
  Object.assign(frame, {
    state: 'statement',
    verb: '',
    awaitsSelect: false,
    usingTables: false,
    templateAt: undefined,
    creation: undefined,
    item: undefined,
    waitingFrom: paths.count,
    waitingTo: paths.count,
  } satisfies Partial<Frame>)
}

function closeBrackets(reader: Reader): void {
  const { frames, tokens } = reader
  const base = frames.findLastIndex(isBase)
  const unclosed = frames[base + 1]
  if (unclosed) reader.warn(`this ${BRACKETS[unclosed.opener]} is never closed`, tokens.start(unclosed.token))
  while (frames.length > base + 1) endFrame(reader)
}

/** Is it a text, or the body of a template's block, and no bracket? */
export const isBase = ({ opener }: Frame): boolean => opener === '' || opener === '%'

const BRACKETS: Readonly<Record<string, string>> = { '(': 'parenthesis', '[': 'bracket', '{': 'brace' }

const QUERIES = new Set<State>(['list', 'joined', 'columns', 'tail'])

/** A query that ends with one of these was cut off. */
const DANGLING = words(
  `WHERE ON AND OR NOT BY SELECT HAVING IN BETWEEN LIKE WHEN THEN CASE JOIN FROM AS SET LEFT RIGHT INNER CROSS LIMIT FULL
  OUTER NATURAL , . = < +`,
)

/** What a frame ends without is missed, and what its entries turned out to be is settled. */
function settleQuery(reader: Reader): void {
  const { state, templateAt } = reader.frame
  const made = templateAt === undefined ? undefined : MADE_BY_TEMPLATE[state]
  const owed = OWED[state]
  if (made !== undefined) reader.warn(made, templateAt)
  else if (owed !== undefined) reader.warn(owed)
  settleEntry(reader)
  if (!reader.frame.isTree) settleWritten(reader) // a join tree in parentheses holds some of the entries only
}

const OWED: Partial<Record<State, string>> = {
  query: 'a query is missing here',
  table: 'a table is missing here',
  with: 'the query that WITH is for is missing here',
}

const MADE_BY_TEMPLATE: Partial<Record<State, string>> = {
  query: 'this query is made by a template, so its tables are not known',
  inserting: 'this query is made by a template, so its tables are not known',
  statement: 'this statement is made by a template, so its tables are not known',
}
