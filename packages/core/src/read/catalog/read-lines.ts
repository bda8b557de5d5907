import { DECLARATION_MARKS } from '../../model/declaration.ts'
import { digestOf } from '../hash.ts'
import type { LineProblem } from '../problem.ts'
import { faultOf } from '../scan-json.ts'
import { splitLines } from '../split-lines.ts'
import { textOfLine } from '../text-of-line.ts'
import type { CatalogFile } from './catalog-file.ts'
import { isEntry, readEntry } from './read-entry.ts'

const PIECE = 1 << 22
const LF = 10

/**
 * Reads a catalog of one JSON object a line: tables, or what another integration declares.
 * @param printed whether a program printed them: then other text between the lines is no problem.
 */
export async function readLines(
  file: CatalogFile,
  chunks: AsyncIterable<Uint8Array>,
  printed: boolean,
): Promise<void> {
  for await (const { bytes, offset, skipped } of splitLines(chunks, PIECE)) {
    if (skipped !== undefined)
      file.report(
        { line: ++file.lineCount, offset },
        { kind: 'catalog-fault', fault: { reason: 'too-long', what: 'line' }, digest: String(skipped) },
      )
    for (let start = 0; start < bytes.length;) {
      const lineEnd = bytes.indexOf(LF, start)
      const end = lineEnd < 0 ? bytes.length : lineEnd
      const text = textOfLine(bytes.subarray(start, end), offset + start)
      readLine(file, text, offset + start, printed)
      start = end + 1
    }
  }
}

function readLine(file: CatalogFile, text: string, offset: number, printed: boolean): void {
  const place = { line: ++file.lineCount, offset }
  if (text.trim() === '') return
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    const problem = problemOfText(text, printed)
    if (problem) file.report(place, problem)
    return
  }
  if (printed && !isEntry(json)) return
  readEntry(file, json, text, place)
}

function problemOfText(text: string, printed: boolean): LineProblem | undefined {
  const object = text.trimStart().startsWith('{')
  if (printed && !(object && DECLARATION_MARKS.some((mark) => text.includes(mark)))) return undefined
  const digest = digestOf(text)
  if (!object)
    return {
      kind: 'catalog-fault',
      fault: { reason: 'no-table', what: 'text that is not JSON', fields: [] },
      digest,
    }
  const { at, expected, found } = faultOf(text)!
  return { kind: 'invalid-json', at, expected, found, python: /^\s*\{\s*'/.test(text), digest }
}
