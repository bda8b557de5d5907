import { addToken } from './add-token.ts'
import type { Dialect } from './dialects.ts'
import type { QueryWarning } from './query-warning.ts'
import { endOfComment } from './scan-comment.ts'
import { isBlank, matchEnd, scanOf } from './scan.ts'
import { Tokens } from './tokens.ts'
import { words } from './words.ts'

/** Cuts a text into tokens. Linear; whatever the text, every unit of it is in one token at most. */
export function tokenize(text: string, dialect: Dialect): { tokens: Tokens; warnings: QueryWarning[] } {
  const scan = scanOf(text, dialect)
  const tokens = new Tokens(text)
  let versionComments = 0
  let optionalClauses = 0
  let at = 0

  /** The offset behind the brackets that are left out while their content counts; undefined where none stand. */
  const skipBrackets = (): number | undefined => {
    switch (text[at]) {
      case '/': {
        const end = dialect.versionComments ? matchEnd(VERSION_COMMENT, text, at) : undefined
        if (end !== undefined) versionComments++
        return end
      }
      case '*':
        if (versionComments === 0 || text[at + 1] !== '/') return undefined
        versionComments--
        return at + 2
      case '[':
        if (matchEnd(OPTIONAL_CLAUSE, text, at) === undefined) return undefined
        optionalClauses++
        return at + 2
      case ']':
        if (optionalClauses === 0 || text[at + 1] !== ']') return undefined
        optionalClauses--
        return at + 2
      default:
        return undefined
    }
  }

  while (at < text.length) {
    at = isBlank(text.charCodeAt(at))
      ? at + 1
      : (skipBrackets() ??
        endOfComment(scan, at, BEFORE_NAME.has(tokens.word(tokens.count - 1))) ??
        addToken(scan, tokens, at))
  }
  return { tokens, warnings: scan.warnings }
}

const VERSION_COMMENT = /\/\*M?!\d*/y

/** `[[AND …]]`: what a dashboard leaves out when its parameter is not set. */
const OPTIONAL_CLAUSE =
  /\[\[\s*(?:,|(?:and|or|where|having|join|left|right|inner|full|cross|union|select|from|with|group|order|limit|offset)\b)/iy

/** Behind these `#x` is a table, where the dialect leaves that open. */
const BEFORE_NAME = words('FROM JOIN APPLY INTO TABLE UPDATE INSERT MERGE USING EXISTS ,')
