import { isClosed } from '../input/write-error.ts'
import { PrintCutter, type Piece } from './cut-prints.ts'
import { PythonPrints } from './python-prints.ts'
import { readDeclaration, readTail, type ReadLine } from './read-declaration.ts'
import type { RunFiles } from './run-files.ts'
import type { UnreadLines } from './unread-lines.ts'

/** Where what is heard goes. */
export interface Hearing {
  readonly files: RunFiles
  /** Takes the lines that were perhaps meant as declarations. */
  readonly unread: UnreadLines
  /** Takes all that is no declaration. False where nobody reads it any more. */
  readonly passOn: (bytes: Uint8Array) => Promise<boolean>
}

/**
 * Hears a program to its end, no faster than its prints are read. Where nobody reads them any more, its declarations are still heard.
 * @returns whether what was passed on ends at the end of a line.
 */
export async function hearRun(
  prints: AsyncIterable<Uint8Array>,
  { files, unread, passOn }: Hearing,
): Promise<{ readonly isAtLineStart: boolean }> {
  const cutter = new PrintCutter()
  const kept: Keeping = { files, unread, python: new PythonPrints(unread) }
  let isRead = true
  let last = LF
  const pass = async (pieces: Iterable<Piece>): Promise<void> => {
    const passed: Uint8Array[] = []
    for (const piece of pieces) passed.push(takeDeclaration(piece, kept))
    const bytes = Buffer.concat(passed)
    if (bytes.length === 0) return
    last = bytes.at(-1) ?? last
    if (isRead) isRead = await passOn(bytes)
  }
  try {
    for await (const chunk of prints) await pass(cutter.cut(chunk))
  } catch (error) {
    if (!isClosed(error)) throw error // closed: the program has ended, and nobody waits for what it left behind
  }
  await pass(cutter.end())
  return { isAtLineStart: last === LF }
}

const LF = 10

/** What takes the pieces that are more than other text. */
interface Keeping extends Pick<Hearing, 'files' | 'unread'> {
  readonly python: PythonPrints
}

/** Keeps a piece if it declares something, or was perhaps meant to. @returns what is to be seen of it: all that is no declaration. */
function takeDeclaration(piece: Piece, { files, unread, python }: Keeping): Uint8Array {
  const read = readPiece(piece)
  if (read.kind === 'unreadable') unread.add(piece.line, piece.bytes)
  else if (read.kind === 'print') python.add(piece.line, piece.bytes)
  if (read.kind !== 'declaration') return piece.bytes
  python.drop(piece.line)
  files.add(read.file, read.declaration)
  return read.print
}

function readPiece(piece: Piece): ReadLine {
  switch (piece.kind) {
    case 'object':
      return readDeclaration(piece.bytes, piece.line)
    case 'tail':
      return readTail(piece.bytes)
    default:
      return piece
  }
}
