import { unfold } from './folded/unfold.ts'
import { unpackPart } from './packed-parts.ts'
import type { FoldedFile } from './run-input.ts'

/** As many bytes of a run are held; the browser keeps the others. */
const HELD = 1 << 28

/**
 * The files of a folded run, one after the other: each as bytes, or as a blob where the run is very large.
 * @param onSection called before each section is unfolded, with how many bytes of all have been.
 */
export async function unfoldRun(
  sections: FoldedFile['sections'],
  onSection: (bytes: number, size: number) => void,
): Promise<(Blob | Uint8Array<ArrayBuffer>)[]> {
  const files: (Uint8Array<ArrayBuffer> | Blob)[][] = []
  const size = sections.reduce((sum, section) => sum + section.size, 0)
  let [done, held] = [0, 0]
  for (const section of sections) {
    onSection(done, size)
    done += section.size
    const bytes = new Uint8Array(await unpackPart(section))
    for (const [file, pieces] of unfold(bytes).entries()) {
      held += pieces.reduce((sum, { length }) => sum + length, 0)
      ;(files[file] ??= []).push(...(held > HELD ? [new Blob(pieces)] : pieces))
    }
  }
  return files.map((parts) =>
    parts.every((part) => part instanceof Uint8Array) ? joined(parts) : new Blob(parts),
  )
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
