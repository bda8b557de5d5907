import { bracket } from './brackets.ts'
import { altering, creating } from './create.ts'
import type { Dialect } from './dialects.ts'
import { endFrame, endStatement } from './end-frame.ts'
import { definitions, expression, opened } from './expression.ts'
import type { Findings } from './findings.ts'
import { warn } from './query-warning.ts'
import type { State } from './frame.ts'
import { afterTable, rows } from './from-clause.ts'
import { beginsCall } from './query-starts.ts'
import { readNameAsTable } from './read-name.ts'
import { Reader } from './reader.ts'
import { preparing } from './script.ts'
import { selectList, tail } from './select-list.ts'
import { beginsAnother, isStatementWord } from './statement-words.ts'
import { prefix, query, statement } from './statement.ts'
import { tableDue } from './table-entry.ts'
import { template, templateTag } from './template-blocks.ts'
import { tokenize } from './tokenize.ts'
import { TOKEN } from './tokens.ts'
import { withItems } from './with-clause.ts'
import { inserting } from './writes.ts'

/** What each state makes of the next token. Every step goes on by a token at least, or changes the state. */
const STEPS: Readonly<Record<State, (reader: Reader) => void>> = {
  statement,
  query,
  prefix,
  inert: (reader) => void reader.at++,
  with: withItems,
  list: selectList,
  table: tableDue,
  joined: afterTable,
  columns: afterTable,
  values: rows,
  tail,
  inserting,
  creating,
  definitions,
  altering,
  preparing,
  opened,
  expression,
}

/** Reads a text, of whatever statements, into `findings`. Linear, and not recursive: nesting is data. */
export function readScript(text: string, dialect: Dialect, findings: Findings): void {
  const { tokens, warnings } = tokenize(text, dialect)
  for (const { message, at } of warnings) warn(findings.warnings, message, at)
  const reader = new Reader(tokens, dialect, findings)
  while (!reader.isDone) step(reader)
  while (reader.frames.length > 1) {
    endStatement(reader)
    if (reader.frames.length > 1) endFrame(reader) // the body of a template's block
  }
  endStatement(reader)
}

function step(reader: Reader): void {
  const { state } = reader.frame
  const kind = reader.kind()
  if (kind === TOKEN.tag) {
    templateTag(reader)
  } else if (kind === TOKEN.template && !NAMED.has(state)) {
    template(reader)
  } else if (reader.word() === ';') {
    endStatement(reader)
    reader.isFlow = false
    reader.at++
  } else if (kind === TOKEN.symbol && (flow(reader) || bracket(reader))) {
    return
  } else if (beginsAnother(reader)) {
    endStatement(reader)
  } else if (reader.word() === 'IN' && readsIn(reader)) {
    reader.at++
    readNameAsTable(reader)
  } else {
    STEPS[state](reader)
  }
}

/** States in which a template can be a name. */
const NAMED = new Set<State>(['table', 'with'])

/** Snowflake's `SHOW TABLES ->> SELECT … FROM $1`; elsewhere the arrow is an operator. */
function flow(reader: Reader): boolean {
  if (reader.word() !== '->>' || reader.kind(1) !== TOKEN.word || reader.frame.opener !== '') return false
  reader.at++
  if (isStatementWord(reader) || reader.word() === 'WITH') {
    reader.at--
    endStatement(reader)
    reader.isFlow = true
    reader.at++
    return true
  }
  reader.at--
  return false
}

/** ClickHouse: `x IN t` reads t; `position(a IN b)` does not. */
function readsIn(reader: Reader): boolean {
  const { frame, dialect, tokens } = reader
  if (!dialect.inReadsTable || !COMPARES.has(frame.state)) return false
  if (!(reader.kind(1) === TOKEN.word || reader.kind(1) === TOKEN.quoted) || beginsCall(reader, 1))
    return false
  return tokens.word(frame.token - 1) !== 'POSITION'
}
const COMPARES = new Set<State>(['list', 'joined', 'columns', 'tail', 'expression', 'altering'])
