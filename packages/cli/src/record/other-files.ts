import { quote, UPLOAD_FILES } from '@lineagraph/core'
import { runFilesIn } from '@lineagraph/core/node'

/** As many names as are told one by one. */
const MOST = 5

/**
 * Names the files of a folder, beside the two that `record` writes, that a check of the folder would read: a run of another time, or of
 * another tool. Undefined where there are none, and where the folder cannot be read.
 */
export function tellOtherFiles(folder: string): string | undefined {
  const own: readonly string[] = Object.values(UPLOAD_FILES)
  const others = filesIn(folder)
    .filter((name) => !own.includes(name))
    .sort()
  if (others.length === 0) return undefined
  const more = others.length > MOST ? ` and ${others.length - MOST} more` : ''
  const names = others.slice(0, MOST).map(quote).join(', ') + more
  return (
    `other files of a run are in ${quote(folder)} and were not checked: ${names}\n` +
    `  help: lineagraph check ${quote(folder)} will read them too; take away those that are no part of this run`
  )
}

function filesIn(folder: string): string[] {
  try {
    return runFilesIn(folder)
  } catch {
    return [] // the check of the folder says it
  }
}
