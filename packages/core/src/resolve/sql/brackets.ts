import { endFrame } from './end-frame.ts'
import type { Frame, Opener, State } from './frame.ts'
import { noTable } from './read-name.ts'
import type { Reader } from './reader.ts'

const OPENERS = new Set(['(', '[', '{'])
const MATES: Readonly<Record<string, Opener>> = { ')': '(', ']': '[', '}': '{' }

/** UNION … CORRESPONDING BY (a, b), and BigQuery's BY NAME ON (a, b) */
const LISTS_COLUMNS = new Set(['BY', 'ON'])

/** What stands in parentheses, and how the text goes on behind them; elsewhere it is an expression or a query. */
const INSIDE: Partial<Record<State, readonly [inside: State, behind: State]>> = {
  statement: ['opened', 'tail'],
  query: ['query', 'tail'],
  table: ['table', 'joined'],
  creating: ['definitions', 'creating'],
}

/** Opens or closes a bracket. @returns false where the current token is none, or means something else where it stands. */
export function bracket(reader: Reader): boolean {
  const word = reader.word()
  if (OPENERS.has(word)) return open(reader, word as Opener)
  const mate = MATES[word]
  if (mate === undefined) return false
  close(reader, mate)
  return true
}

function open(reader: Reader, opener: Opener): boolean {
  const { frame } = reader
  const { state } = frame
  if (state === 'with' && opener === '(') return false
  if (state === 'table' && opener !== '(') return false
  if (state === 'statement' && opener === '{') {
    frame.state = 'inert' // ODBC: {call name(…)}
    reader.push(opener, 'statement')
  } else if (opener !== '(' || (state === 'query' && LISTS_COLUMNS.has(reader.word(-1)))) {
    reader.push(opener, 'opened')
  } else {
    const [inside, behind] = INSIDE[state] ?? ['opened', state]
    frame.state = behind
    reader.push(opener, inside, inherited(frame, state))
    if (state === 'table') frame.entry = noTable()
  }
  reader.at++
  return true
}

/** A join tree in parentheses belongs to the query around it, an arm of a union to its CTE. */
function inherited(frame: Frame, state: State): Partial<Frame> | undefined {
  const { written, waitingFrom, waitingTo } = frame
  if (state === 'table') return { isTree: true, written, waitingFrom, waitingTo }
  return state === 'query' ? { ownName: frame.ownName } : undefined
}

function close(reader: Reader, opener: Opener): void {
  if (opener !== '(') {
    if (reader.frame.opener === opener) endFrame(reader)
  } else if (reader.frame.parentheses === 0) {
    reader.warn('this parenthesis was never opened')
  } else {
    while (reader.frame.opener !== '(') {
      reader.warn('this bracket is never closed', reader.tokens.start(reader.frame.token))
      endFrame(reader)
    }
    endFrame(reader)
  }
  reader.at++
}
