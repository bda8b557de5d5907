import type { Signal } from '@preact/signals'

/** Copies a text, and says so, or that the browser did not let the page. */
export async function copyText(text: string, said: Signal<string>): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    said.value = `Copied ${text}`
  } catch {
    said.value = `The browser did not let the page copy. The text is: ${text}`
  }
}
