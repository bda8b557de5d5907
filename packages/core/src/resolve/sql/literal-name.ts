import type { Dialect } from './dialects.ts'
import { textInString } from './text-in-string.ts'
import { readName, type TableName } from './table-name.ts'
import { tokenize } from './tokenize.ts'
import { TOKEN, type Tokens } from './tokens.ts'

/**
 * The name that a string holds, as in TABLE('an.core."Plan"'). Its place is in the string.
 * @returns undefined where the string holds something else, or more.
 */
export function nameInLiteral(tokens: Tokens, token: number, dialect: Dialect): TableName | undefined {
  const kind = tokens.kind(token)
  if (kind !== TOKEN.string && kind !== TOKEN.quoted) return undefined
  const { text, placeOf } = textInString(tokens.written(token), dialect)
  const inside = tokenize(text, dialect).tokens
  const name = readName(inside, dialect, 0)
  if (!name || name.next < inside.count) return undefined
  const offset = tokens.start(token)
  return { parts: name.parts, start: offset + placeOf(name.start), end: offset + placeOf(name.end) }
}
