import { EXPORT_VERSION } from '../model/export-head.ts'
import { Batch } from './batch.ts'
import { digestOf } from './hash.ts'
import { DocumentSplitter, type DocumentPiece } from './catalog/split-document.ts'
import type { LineProblem } from './problem.ts'
import { readLine } from './read-batch.ts'

const decoder = new TextDecoder()

/**
 * Reads the declarations out of an export into batches, wherever its lines end. Each batch is to be used before the next is asked for. The
 * place of a declaration is the line and the byte at which it begins.
 */
export async function* readExport(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Batch> {
  const splitter = new DocumentSplitter()
  const batch = new Batch()
  let end = 0
  for await (const chunk of chunks) {
    const linesBefore = splitter.lineCount
    batch.clear()
    for (const piece of splitter.push(chunk)) take(piece, batch, linesBefore)
    batch.lineCount = splitter.lineCount - linesBefore
    batch.end = batch.lastLine = end += chunk.length
    yield batch
  }
  batch.clear()
  for (const piece of splitter.end()) take(piece, batch, splitter.lineCount)
  batch.lineCount = 0
  yield batch
}

function take(piece: DocumentPiece, batch: Batch, linesBefore: number): void {
  if (piece.kind === 'opened') return
  const { place, at } = piece
  batch.lineCount = place.line - 1 - linesBefore // a declaration may have begun in the batch before
  const report = (problem: LineProblem): void => {
    batch.problems.push({ line: batch.lineCount, offset: at, problem })
  }
  switch (piece.kind) {
    case 'value': {
      const [field, index] = piece.path
      if (field === 'declarations' && index !== undefined)
        readLine(batch, { bytes: piece.bytes, offset: at, isOpen: false }, false)
      else if (
        field === 'version' &&
        index === undefined &&
        Number(decoder.decode(piece.bytes)) !== EXPORT_VERSION
      )
        report({ kind: 'not-a-declaration', what: OTHER_VERSION, digest: digestOf(OTHER_VERSION) })
      break
    }
    case 'too-long':
      if (piece.path[0] === 'declarations')
        report({ kind: 'not-a-declaration', what: TOO_LONG, digest: digestOf(piece.path.join()) })
      break
    case 'cut':
      report({ kind: 'truncated', at: 0, digest: digestOf('an export that is cut') })
      break
    case 'fault': {
      const { expected, found } = piece
      report({
        kind: 'invalid-json',
        at: 0,
        expected,
        found,
        python: undefined,
        byte: at,
        digest: digestOf(expected + found),
      })
    }
  }
}

const OTHER_VERSION = `an export of lineagraph in another version than ${EXPORT_VERSION}, which this one knows`
const TOO_LONG = 'a value of more than 64 MiB'
