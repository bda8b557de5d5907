import { heldText } from '../check/held-text.ts'

const ESCAPES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** A text in an element or in an attribute: white space but the blank is written by number, so that every parser keeps it. */
export const xmlText = (text: string): string =>
  heldText(text).replace(
    /[&<>"\t\n\r\u0085\u2028]/g,
    (character) => ESCAPES[character] ?? `&#${character.charCodeAt(0)};`,
  )

/** ` name="value"` for each. */
export const xmlAttributes = (values: { readonly [name: string]: string | number }): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('')
