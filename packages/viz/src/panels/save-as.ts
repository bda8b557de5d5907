import type { Model } from './model.ts'
import type { Saved } from './saved.ts'

/** What it takes to save is loaded when somebody does: the page opens without it. */
export async function saveAs(model: Model, saved: Saved): Promise<void> {
  try {
    const { savePicture } = await import('./save-picture.ts')
    await savePicture(model, saved)
  } catch (error) {
    model.notice.value = `The picture could not be saved: ${error instanceof Error ? error.message : String(error)}`
  }
}
