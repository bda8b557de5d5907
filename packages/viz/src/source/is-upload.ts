import { HEADER_BYTES, isGzip, looksLikeUpload } from '@lineagraph/core'
import { gunzip } from './gunzip.ts'

/** Whether a file has the header of Secoda's upload CSV. */
export async function isUpload(blob: Blob): Promise<boolean> {
  const head = blob.slice(0, HEADER_BYTES)
  const bytes = new Uint8Array(await head.arrayBuffer())
  if (!isGzip(bytes)) return looksLikeUpload(bytes)
  const unpacked = (await gunzip(head)).blob // of what is cut there, the beginning
  return looksLikeUpload(new Uint8Array(await unpacked.slice(0, HEADER_BYTES).arrayBuffer()))
}
