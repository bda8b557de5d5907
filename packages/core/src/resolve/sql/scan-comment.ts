import { warn } from './query-warning.ts'
import { beginsLine, endOfLine, find, isBlank, isWordUnit, matchEnd, type Scan } from './scan.ts'

/**
 * The offset behind the comment that begins at `at`; undefined where none does.
 * @param nameIsDue the word before calls for a table: then `#x` is rather a temporary table than a comment.
 */
export function endOfComment(scan: Scan, at: number, nameIsDue: boolean): number | undefined {
  const { text, dialect } = scan
  switch (text[at]) {
    case '-':
      if (text[at + 1] !== '-') return undefined
      return dialect.dashesNeedBlank && !blankAt(text, at + 2) ? undefined : endOfLine(text, at)
    case '#':
      return hashOpensComment(scan, at, nameIsDue) ? endOfLine(text, at) : undefined
    case '/':
      if (text[at + 1] === '*') return endOfBlock(scan, at)
      return text[at + 1] === '/' && text[at - 1] !== ':' && dialect.slashComments
        ? endOfLine(text, at)
        : undefined
    default:
      return undefined
  }
}

const blankAt = (text: string, at: number): boolean => at >= text.length || isBlank(text.charCodeAt(at))

const BRACED_PARAMETER = /#\{[^{}\n]*\}/y

function hashOpensComment({ text, dialect }: Scan, at: number, nameIsDue: boolean): boolean {
  if (matchEnd(BRACED_PARAMETER, text, at) !== undefined) return false
  const beforeBlank = blankAt(text, at + 1) || text[at + 1] === '!'
  switch (dialect.hash) {
    case 'comment':
      return true
    case 'comment before a blank':
      return beforeBlank
    case 'guess': {
      const next = text[at + 1] === '#' ? at + 2 : at + 1
      const beforeName = isWordUnit(text.charCodeAt(next))
      return beforeName ? !nameIsDue && beginsLine(text, at) : beforeBlank
    }
    default:
      return false
  }
}

function endOfBlock(scan: Scan, at: number): number {
  const { text, dialect, warnings, abandoned } = scan
  if (dialect.nestedComments !== false && !abandoned.has('nested comments')) {
    const end = endOfNested(text, at)
    if (end !== undefined) return end
    abandoned.add('nested comments')
  }
  const close = dialect.nestedComments === true ? -1 : find(scan, '*/', at + 2)
  if (close >= 0) return close + 2
  warn(warnings, 'this comment is never closed', at)
  return text.length
}

function endOfNested(text: string, at: number): number | undefined {
  const marks = /\/\*|\*\//g
  marks.lastIndex = at
  let depth = 0
  while (marks.test(text)) {
    depth += text[marks.lastIndex - 1] === '*' ? 1 : -1
    if (depth === 0) return marks.lastIndex
  }
  return undefined
}
