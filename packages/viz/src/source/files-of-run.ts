import { HEADER_BYTES, isGzip, isRunFile, looksLikeUpload, mayBeUpload } from '@lineagraph/core'
import { gunzip } from './gunzip.ts'
import type { FileInput } from './run-input.ts'

/** Of the files of a folder those that belong to the run in it: declarations, and CSV files that have the header of Secoda's upload. */
export async function filesOfRun(files: readonly FileInput[]): Promise<FileInput[]> {
  const belongs = await Promise.all(
    files.map(async ({ name, blob }) => isRunFile(name) || (mayBeUpload(name) && (await isUpload(blob)))),
  )
  return files.filter((_, i) => belongs[i])
}

async function isUpload(blob: Blob): Promise<boolean> {
  const head = blob.slice(0, HEADER_BYTES)
  const bytes = new Uint8Array(await head.arrayBuffer())
  if (!isGzip(bytes)) return looksLikeUpload(bytes)
  const unpacked = (await gunzip(head)).blob // of what is cut there, the beginning
  return looksLikeUpload(new Uint8Array(await unpacked.slice(0, HEADER_BYTES).arrayBuffer()))
}
