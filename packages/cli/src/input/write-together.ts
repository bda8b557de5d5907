import type { WholeTarget } from './find-targets.ts'
import { WholeFile } from './whole-file.ts'
import { gathered, type Pieces } from './write-text.ts'

/** Writes files that belong together: they take the places of older ones when all of them are whole, or not at all. */
export function writeTogether(
  files: readonly { readonly target: WholeTarget; readonly pieces: Pieces }[],
): void {
  const opened: WholeFile[] = []
  try {
    for (const { target, pieces } of files) {
      const file = new WholeFile(target)
      opened.push(file)
      for (const text of gathered(pieces)) file.write(text)
      file.finish()
    }
    for (const file of opened) file.keep()
  } finally {
    for (const file of opened) file.discard()
  }
}
