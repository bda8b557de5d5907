import { shownText } from '../names/shown-text.ts'

/** A part of SQL. */
export interface SqlPiece {
  /** Where it begins in the SQL. */
  readonly at: number
  readonly text: string
  /** Whether it is a table that the query reads: the one that the line begins at, or another. */
  readonly read: 'here' | 'elsewhere' | null
}

/** SQL is shown up to here: a query can be as long as it likes. */
const LONGEST_QUERY = 20_000

/** SQL in pieces, each table that it reads one of its own. @param reads where they stand, in the order of the text. */
export function sqlPieces(
  whole: string,
  reads: Iterable<{ readonly start: number; readonly end: number; readonly read: 'here' | 'elsewhere' }>,
): SqlPiece[] {
  const sql = whole.slice(0, LONGEST_QUERY)
  const pieces: SqlPiece[] = []
  let done = 0
  const put = (end: number, read: SqlPiece['read']): void => {
    const text = sql.slice(done, end)
    if (text !== '') pieces.push({ at: done, text: shownText(text), read })
    done = Math.max(done, end)
  }
  for (const { start, end, read } of reads) {
    put(start, null)
    put(end, read)
  }
  put(sql.length, null)
  if (sql.length < whole.length) pieces.push({ at: done, text: '…', read: null })
  return pieces
}
