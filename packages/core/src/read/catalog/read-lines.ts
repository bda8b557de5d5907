import { encodingFaultOf } from '../encoding-fault.ts'
import { digestOf } from '../hash.ts'
import type { LineProblem } from '../problem.ts'
import { problemsOfText, type Line } from '../read-batch.ts'
import { splitLines } from '../split-lines.ts'
import { textOfLine } from '../text-of-line.ts'
import type { CatalogFile } from './catalog-file.ts'
import { PlainTables } from './plain-tables.ts'
import { isEntry, readEntry } from './read-entry.ts'

const PIECE = 1 << 22
const LF = 10
const plain = new PlainTables()

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
    if (skipped !== undefined) file.reportTooLong(++file.lineCount, offset, skipped)
    const isLoaded = plain.load(bytes)
    for (let start = 0; start < bytes.length;) {
      file.lineCount++
      const plainEnd = isLoaded ? plain.read(file, start) : -1
      if (plainEnd >= 0) {
        start = plainEnd + 1
        continue
      }
      const lineEnd = bytes.indexOf(LF, start)
      const end = lineEnd < 0 ? bytes.length : lineEnd
      const line = { bytes: bytes.subarray(start, end), offset: offset + start, isOpen: lineEnd < 0 }
      readLine(file, line, printed)
      start = end + 1
    }
  }
}

function readLine(file: CatalogFile, line: Line, printed: boolean): void {
  const { bytes, offset } = line
  const place = { line: file.lineCount, offset }
  const text = textOfLine(bytes, offset)
  if (text.trim() === '') return
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    for (const problem of problemsOfText(line, text, printed)) file.report(place, asOfCatalog(problem))
    return
  }
  if (printed && !isEntry(json)) return
  const encoding = encodingFaultOf(bytes, text, offset)
  if (encoding) file.report(place, { kind: 'invalid-encoding', digest: digestOf(text), ...encoding })
  readEntry(file, json, text, place)
}

/** Text that declares nothing names no table in a catalog. */
const asOfCatalog = (problem: LineProblem): LineProblem =>
  problem.kind === 'not-a-declaration'
    ? {
        kind: 'catalog-fault',
        fault: { reason: 'no-table', what: problem.what, fields: [] },
        digest: problem.digest,
      }
    : problem
