import type { Reader } from './reader.ts'
import { TOKEN } from './tokens.ts'

const TABLES = new Set(['TABLE', 'VIEW'])
const CONDITION = new Set(['IF', 'EXISTS'])

/** DROP, at the word: a temporary table that is dropped hides no real one any more. */
export function startDrop(reader: Reader): void {
  reader.at++
  reader.frame.state = 'inert'
  if (reader.word() === 'TEMPORARY' || reader.word() === 'MATERIALIZED') reader.at++
  if (!TABLES.has(reader.word())) return
  reader.at++
  reader.skip(CONDITION)
  for (;;) {
    const name = reader.takeName()
    if (name) reader.findings.temporaries.drop(name)
    if (!name || reader.word() !== ',') return
    reader.at++
  }
}

/** DECLARE, at the word: what `@t` is declared as is known to be made here, table or not. */
export function startDeclare(reader: Reader): void {
  reader.frame.state = 'prefix'
  reader.isProcedural = true
  reader.at++
  if (reader.kind() === TOKEN.variable) declareVariable(reader)
}

/** A variable where its declaration may be. */
export function declareVariable(reader: Reader): void {
  const { tokens, at, findings } = reader
  const text = tokens.written(at)
  const isDeclared = reader.word(-1) === 'DECLARE' || reader.word(-1) === ','
  if (isDeclared)
    findings.temporaries.add({
      parts: [{ text, quoted: false }],
      start: tokens.start(at),
      end: tokens.end(at),
    })
  reader.at++
}

const NO_CALL = new Set(['AS', 'TASK', 'ALERT', 'NOTEBOOK', 'STREAMLIT'])

/** CALL, EXEC, EXECUTE, at the word: what is run reads tables that the text does not show. */
export function startCall(reader: Reader): void {
  const { frame, findings, tokens } = reader
  const word = reader.word()
  const callee = tokens.written(reader.at + 1).toLowerCase()
  const isPrepared = word === 'EXECUTE' && findings.prepared.has(callee)
  if (!isPrepared && !(word === 'EXECUTE' && NO_CALL.has(reader.word(1))))
    reader.warn('what is run here may read tables that the text does not show')
  frame.verb = 'CALL'
  frame.state = 'inert'
  reader.at++
}

/** PREPARE, at the word: `PREPARE name FROM statement`, `PREPARE name (types) AS statement`. */
export function startPrepare(reader: Reader): void {
  reader.at++
  if (reader.isName()) {
    reader.findings.prepared.add(reader.tokens.written(reader.at).toLowerCase())
    reader.at++
  }
  reader.frame.state = 'preparing'
}

export function preparing(reader: Reader): void {
  const { frame } = reader
  const word = reader.word()
  reader.at++
  if (word !== 'FROM' && word !== 'AS') return
  frame.state = 'statement'
  if (reader.kind() !== TOKEN.variable) return
  reader.warn('the statement in this variable is not known')
  frame.state = 'inert'
}
