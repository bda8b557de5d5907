import type { QueryWarning } from './query-warning.ts'
import { matchEnd } from './scan.ts'

/** A model or source that a template reads, and where its call stands in the text. */
export interface TemplateRef {
  readonly schema: string | undefined
  readonly table: string
  readonly start: number
  readonly end: number
}

const CALL = /(?:builtins\s*\.\s*)?(ref|source)\s*\(/y
const WORD = /[A-Za-z_][\w.]*/y
/** No two runs of optional blanks stand side by side: a long gap would be cut up in every way. */
const ARGUMENTS =
  /\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)")\s*(?:,\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)")\s*)?(?:,\s*(?:v|version)\s*=[^(),]*)?(?:,\s*)?\)/y

/**
 * The calls of dbt's `ref` and `source` in a template. Those in a string count where it is a template itself, as a hook is.
 * @param from the UTF-16 offset behind the opening braces.
 * @returns a warning for a call whose arguments are not plain strings.
 */
export function refsIn(text: string, from: number, to: number): (TemplateRef | QueryWarning)[] {
  const refs: (TemplateRef | QueryWarning)[] = []
  const template = text.slice(0, to)
  let endOfTransparent = -1 // of a string that is a template: it is read like everything else
  let at = from
  while (at < to) {
    const unit = text.charAt(at)
    if ((unit === '"' || unit === "'") && at !== endOfTransparent) {
      const close = template.indexOf(unit, at + 1)
      const isTemplate = close >= 0 && text.slice(at, close).includes('{{')
      if (isTemplate) endOfTransparent = close
      at = close < 0 || isTemplate ? at + 1 : close + 1
      continue
    }
    const call = matchEnd(CALL, text, at)
    if (call === undefined) {
      at = matchEnd(WORD, text, at) ?? at + 1
      continue
    }
    refs.push(refAt(text, at, call))
    at = call
  }
  return refs
}

function refAt(text: string, start: number, argumentsAt: number): TemplateRef | QueryWarning {
  ARGUMENTS.lastIndex = argumentsAt
  const found = ARGUMENTS.exec(text)
  const [, single, double, secondSingle, secondDouble] = found ?? []
  const first = single ?? double
  const second = secondSingle ?? secondDouble
  const isSource =
    text.startsWith('source', start) || /^builtins\s*\.\s*source/.test(text.slice(start, argumentsAt))
  const table = isSource ? second : (second ?? first)
  if (!found || !table)
    return {
      message: `what this ${isSource ? 'source' : 'ref'} names is not written out in plain strings`,
      at: start,
    }
  return { schema: isSource ? first : undefined, table, start, end: ARGUMENTS.lastIndex }
}
