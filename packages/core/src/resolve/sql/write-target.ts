import type { Reader } from './reader.ts'
import type { NameRead } from './table-name.ts'
import { TOKEN } from './tokens.ts'
import { words } from './words.ts'

const BEFORE_TARGET = words('TABLE ONLY STRICT OUTFILE DUMPFILE')

/** Goes past what is written to: a name, a variable or a file. Calls in parentheses are left to be gone through. */
export function takeTarget(reader: Reader): NameRead | undefined {
  reader.skip(BEFORE_TARGET)
  const kind = reader.kind()
  if (kind === TOKEN.variable || kind === TOKEN.string) {
    reader.at++
    return undefined
  }
  return reader.takeName()
}

const TEMPORARY = words('TEMP TEMPORARY')
const SCOPES = words('LOCAL GLOBAL UNLOGGED')

/** INTO and what a query, or OUTPUT, writes to: a table, which can be a temporary one, or variables. */
export function takeInto(reader: Reader): void {
  const { frame, findings } = reader
  reader.at++
  reader.skip(SCOPES)
  const saysTemporary = TEMPORARY.has(reader.word())
  reader.skip(TEMPORARY)
  const name = takeTarget(reader)
  if (name && (saysTemporary || findings.temporaries.isTemporary(name)))
    frame.creation ??= { name, temporary: true, byQuery: false }
}
