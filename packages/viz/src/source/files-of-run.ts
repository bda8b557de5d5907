import { isRunFile, mayBeUpload } from '@lineagraph/core'
import type { FileInput } from './run-input.ts'

/** Of the files of a folder those that belong to the run in it: declarations, and CSV files that have the header of Secoda's upload. */
export async function filesOfRun(files: readonly FileInput[]): Promise<FileInput[]> {
  const belongs = await Promise.all(
    files.map(async ({ name, blob }) => {
      if (isRunFile(name) || !mayBeUpload(name)) return isRunFile(name)
      const { isUpload } = await import('./is-upload.ts') // the page opens without what reads CSV
      return await isUpload(blob)
    }),
  )
  return files.filter((_, i) => belongs[i])
}
