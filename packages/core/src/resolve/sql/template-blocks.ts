import { endFrame, endStatement } from './end-frame.ts'
import type { State } from './frame.ts'
import type { Reader } from './reader.ts'
import { settleEntry } from './settle.ts'
import { words } from './words.ts'

/** `{{ … }}` or a parameter where it is no name. Where a query has to begin, it may be that query. */
export function template(reader: Reader): void {
  const { frame, tokens, at } = reader
  reader.at++
  if (!MADE.has(frame.state)) return
  if (!reader.templatesRead.has(at)) {
    if (!SILENT.test(tokens.written(at))) frame.templateAt ??= tokens.start(at)
  } else if (frame.state !== 'inserting') {
    frame.state = 'tail'
  }
}

/** States that a template can end. */
const MADE = new Set<State>(['statement', 'query', 'inserting'])

/** Calls that put nothing in the query. */
const SILENT = /^\{\{-?\s*(?:config|log|print|return|exceptions?|set_sql_header|depends_on)\b/

const BRANCHES = words('if unless for case')
const OTHER_BRANCHES = words('else elif elsif when')
const BRANCH_ENDS = words('endif endunless endfor endcase')
const BODIES = words('set macro call snapshot test capture materialization filter')
const BODY_ENDS = words('endset endmacro endcall endsnapshot endtest endcapture endmaterialization endfilter')

/**
 * `{% … %}`. Branches are read one after the other, each from where the first one began; the body of a block is a text of its
 * own.
 */
export function templateTag(reader: Reader): void {
  const written = reader.tokens.written(reader.at)
  const name = TAG_NAME.exec(written)?.[1]?.toLowerCase() ?? ''
  if (BRANCHES.has(name)) openBranch(reader)
  else if (OTHER_BRANCHES.has(name)) nextBranch(reader)
  else if (BRANCH_ENDS.has(name)) closeBranch(reader)
  else if (BODIES.has(name) && !(name === 'set' && written.includes('='))) openBody(reader)
  else if (BODY_ENDS.has(name)) closeBody(reader)
  reader.at++
}

const TAG_NAME = /^\{%[-+]?\s*(\w+)/

function openBranch({ frame, frames, branches }: Reader): void {
  branches.push({ frame, depth: frames.length, before: { ...frame }, hasElse: false })
}

/** Goes back to where the first branch began, unless that one has closed what was open there. */
function nextBranch(reader: Reader): void {
  const { frames, branches } = reader
  const branch = branches.at(-1)
  if (!branch) return
  branch.hasElse = true
  if (frames[branch.depth - 1] !== branch.frame) return
  while (frames.length > branch.depth) {
    reader.frame.state = 'tail' // what the branch leaves open, another one closes
    endFrame(reader)
  }
  settleEntry(reader)
  Object.assign(branch.frame, branch.before)
}

/** `{% if not loop.last %} UNION ALL {% endif %}`: what a branch still owes, it owes only when it is taken. */
function closeBranch(reader: Reader): void {
  const { frame, branches } = reader
  const branch = branches.pop()
  if (!branch || branch.hasElse || frame !== branch.frame) return
  if (OWING.has(frame.state) && !OWING.has(branch.before.state)) Object.assign(frame, branch.before)
}

const OWING = new Set<State>(['query', 'table'])

function openBody(reader: Reader): void {
  reader.push('%', 'statement')
  reader.bodies++
}

function closeBody(reader: Reader): void {
  if (reader.bodies === 0) return
  endStatement(reader)
  endFrame(reader)
  reader.bodies--
}
