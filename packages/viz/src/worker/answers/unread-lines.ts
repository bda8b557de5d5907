import type { Run } from '@lineagraph/core'

/** With these nothing of a line is taken in. */
const LOST: ReadonlySet<Run['problems'][number]['kind']> = new Set([
  'invalid-json',
  'not-a-declaration',
  'truncated',
  'line-too-long',
])

/** How many lines of a run could not be read, and so declare nothing: each once, in the order of the files. O(problems). */
export function unreadLines({ problems, files }: Pick<Run, 'problems' | 'files'>): number {
  let count = 0
  let [lastFile, lastLine] = [-1, -1]
  for (const { kind, file, line } of problems) {
    if (!LOST.has(kind) || files[file]?.role !== 'run' || (file === lastFile && line === lastLine)) continue
    count++
    ;[lastFile, lastLine] = [file, line]
  }
  return count
}
