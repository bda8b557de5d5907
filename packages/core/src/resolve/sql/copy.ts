import { readNameAsTable } from './read-name.ts'
import type { Reader } from './reader.ts'
import { TOKEN } from './tokens.ts'
import { words } from './words.ts'
import { takeTarget } from './write-target.ts'

/** COPY, at the word: `COPY INTO t FROM …` of warehouses, `COPY t FROM` and `COPY t TO` of Postgres and its kin. */
export function startCopy(reader: Reader): void {
  const { frame } = reader
  frame.verb = 'COPY'
  reader.at++
  if (reader.word() === 'INTO') {
    reader.at++
    takeTarget(reader)
    frame.state = 'list'
    return
  }
  frame.state = 'inert'
  if (!reader.isName() || reader.word() === 'FROM') return
  const first = reader.at
  reader.takeName()
  const isRead = reader.word(distanceBehindParentheses(reader)) === 'TO'
  if (!isRead) return
  reader.at = first
  readNameAsTable(reader)
}

/** How far it is past the list of columns, which holds no parentheses; 0 where there is none. */
function distanceBehindParentheses(reader: Reader): number {
  if (reader.word() !== '(') return 0
  let distance = 1
  while (reader.kind(distance) !== TOKEN.end && !ENDS_LIST.has(reader.word(distance))) distance++
  return distance + 1
}

const ENDS_LIST = words(') ( ;')

/** APPLY CHANGES INTO t FROM s, AUTO CDC INTO t FROM s: Databricks' pipelines. At the word. */
export function startChanges(reader: Reader): void {
  reader.at++
  reader.skip(CHANGES)
  takeTarget(reader)
  reader.frame.state = 'list'
}
const CHANGES = words('CHANGES CDC INTO ONCE')

/** UNLOAD ('query') TO …, at the word. */
export function startUnload(reader: Reader): void {
  const { frame, findings, tokens } = reader
  const argument = reader.at + 2
  if (reader.word(1) === '(' && tokens.kind(argument) === TOKEN.string)
    findings.queriesInStrings.push({ start: tokens.start(argument), end: tokens.end(argument) })
  frame.state = 'inert'
  reader.at++
}
