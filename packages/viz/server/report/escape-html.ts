import { visible } from '@lineagraph/core'

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * A text as HTML may hold it, in an element or between quotes: what cannot be seen, and what turns the direction of writing, is written
 * out, and half a character becomes the sign for one that is unknown.
 */
export const escapeHtml = (text: string): string =>
  visible(text)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign]!)
