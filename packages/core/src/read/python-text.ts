import { DECLARATION_MARKS } from '../model/declaration.ts'
import type { PythonText } from './input-problem.ts'
import type { JsonFault } from './scan-json.ts'

/** What `print` makes of a dict, alone or in a list: `{'entity_type': …}`. */
const DICT = /^\s*\[?\s*\{\s*'/
/** What `print` makes of a pydantic object: `entity_type='table' …`, and in a list or by repr `Resource(entity_type='table', …)`. */
const OBJECT = new RegExp(
  `^\\s*\\[?\\s*(?:[A-Za-z_][\\w.]*\\()?(?:${DECLARATION_MARKS.join('|')})=(?:['"]|None\\b|[A-Za-z_]\\w*\\()`,
)
/** What Python calls null, true and false. */
const CONSTANT = /(?:None|True|False)\b/y
/** What json.dumps makes of a float that is no number. */
const NO_NUMBER = /(?:NaN|-?Infinity|nan|-?inf)\b/y

/**
 * Whether a line begins as Python prints dicts and pydantic objects. Its first part may do to tell.
 * @example
 * ```ts
 * beginsAsPython("{'a': None}") // true
 * ```
 */
export const beginsAsPython = (text: string): boolean => DICT.test(text) || OBJECT.test(text)

/** What Python wrote in place of JSON; undefined for any other text. @param fault of the text read as JSON. */
export function pythonTextOf(text: string, { at }: JsonFault): PythonText | undefined {
  if (DICT.test(text)) return 'dict'
  if (OBJECT.test(text)) return 'object'
  CONSTANT.lastIndex = NO_NUMBER.lastIndex = at
  return CONSTANT.test(text) ? 'constant' : NO_NUMBER.test(text) ? 'no-number' : undefined
}
