import type { Model } from './model.ts'

/** Copies a text, and says so, or on the page that the browser did not let it. @returns whether it is copied. */
export async function copyText(
  text: string,
  { said, notice }: Pick<Model, 'said' | 'notice'>,
): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    said.value = `Copied ${text}`
    return true
  } catch {
    notice.value = `The browser did not let the page copy. The text is: ${text}`
    return false
  }
}
