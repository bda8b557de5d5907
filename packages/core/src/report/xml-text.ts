import { wellFormed } from './well-formed.ts'

/** What XML 1.0 has no way to write, escaped or not: most control characters and two that are none. Source: https://www.w3.org/TR/xml/#charsets */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const ESCAPES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

const allowed = (text: string): string => wellFormed(text).replace(FORBIDDEN, '\ufffd')

/** A text between tags. What XML forbids becomes U+FFFD. */
export const xmlText = (text: string): string =>
  allowed(text).replace(/[&<>\r]/g, (character) => ESCAPES[character] ?? character)

/** ` name="value"` for each that is given. White space stays as it is. */
export const xmlAttributes = (values: { readonly [name: string]: string | number }): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${attributeText(String(value))}"`)
    .join('')

const attributeText = (text: string): string =>
  allowed(text).replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character] ?? character)
