import type { FileInput } from '../source/run-input.ts'
import { loadLater } from './later.tsx'
import type { Model } from './model.ts'

loadLater(() => import('../source/is-upload.ts'))

/** Opens what somebody gives to the page, once it is known which of it belongs to a run. */
export async function openGiven({ openFiles, fail }: Model, files: Promise<FileInput[]>): Promise<void> {
  try {
    openFiles(await files)
  } catch (error) {
    fail('The files could not be read', error instanceof Error ? error.message : String(error))
  }
}
