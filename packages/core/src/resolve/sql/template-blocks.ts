import { endFrame, endStatement } from './end-frame.ts'
import type { Branch, State } from './frame.ts'
import type { Reader } from './reader.ts'
import { TOKEN } from './tokens.ts'

const BRANCHES = new Set(['if', 'unless', 'for', 'case'])
const OTHER_BRANCHES = new Set(['else', 'elif', 'elsif', 'when'])
const ENDS = new Set(['endif', 'endunless', 'endfor', 'endcase'])
const BODIES = new Set(['set', 'macro', 'call', 'snapshot', 'test', 'capture', 'materialization', 'filter'])
const BODY_ENDS = new Set([...BODIES].map((body) => `end${body}`))

/**
 * A template, or a tag of one, where no table is due. Branches are read one after the other, each from where the first one
 * began; the body of a block is a text of its own.
 */
export function template(reader: Reader): void {
  const { frame, tokens, at } = reader
  const written = tokens.written(at)
  if (reader.kind() === TOKEN.template) {
    if (frame.state === 'query' || frame.state === 'statement') {
      if (reader.templatesRead.has(at)) frame.state = 'tail'
      else if (!SILENT.test(written)) frame.templated = true
    }
    reader.at++
    return
  }
  const name = TAG_NAME.exec(written)?.[1]?.toLowerCase() ?? ''
  if (BRANCHES.has(name)) openBranch(reader)
  else if (OTHER_BRANCHES.has(name)) nextBranch(reader)
  else if (ENDS.has(name)) closeBranch(reader)
  else if (BODIES.has(name) && !(name === 'set' && written.includes('='))) openBody(reader)
  else if (BODY_ENDS.has(name)) closeBody(reader)
  reader.at++
}

const TAG_NAME = /^\{%[-+]?\s*(\w+)/
/** Calls that put nothing in the query. */
const SILENT = /^\{\{-?\s*(?:config|log|print|return|exceptions?|set_sql_header|depends_on)\b/

function openBranch(reader: Reader): void {
  const { frame, frames } = reader
  reader.branches.push({ frame, depth: frames.length, before: { ...frame }, hasElse: false })
}

function nextBranch(reader: Reader): void {
  const branch = reader.branches.at(-1)
  if (!branch) return
  branch.hasElse = true
  if (goBack(reader, branch)) restore(branch)
}

function closeBranch(reader: Reader): void {
  const branch = reader.branches.pop()
  if (!branch || branch.hasElse) return
  const { frame } = reader
  // `{% if not loop.last %} UNION ALL {% endif %}`: what the branch still owes, it owes only when it is taken.
  if (frame === branch.frame && OWING.has(frame.state) && !OWING.has(branch.before.state)) restore(branch)
}

const OWING = new Set<State>(['query', 'table'])

/** Ends what a branch has opened and left open. @returns false where it closed what was open before it. */
function goBack(reader: Reader, { frame, depth }: Branch): boolean {
  if (reader.frames[depth - 1] !== frame) return false
  while (reader.frames.length > depth) endFrame(reader)
  return true
}

function restore({ frame, before }: Branch): void {
  Object.assign(frame, before)
}

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
