import { isAsPrinted, isJsonObject, PRINTED_HEADS } from '../model/declaration.ts'

/**
 * The declaration that a printed line ends with, where other text stands before it: a print without a line end, a progress bar, a code
 * for colour. Only the very form that the SDK prints is taken for one, since a log may quote a part of what it sends. Linear in the text.
 * @returns JSON with blanks in place of what stands before it, so that its columns are those of the line; undefined where there is none.
 */
export function declarationIn(text: string): string | undefined {
  if (!text.includes('}') || text.trimStart().startsWith('{')) return undefined
  const start = Math.max(...PRINTED_HEADS.map((head) => text.lastIndexOf(head)))
  const json = start < 0 ? undefined : printedFrom(text, start)
  return json === undefined ? undefined : ' '.repeat(start) + json
}

/**
 * The JSON that the SDK prints, where a text is that from `start` to its end, white space and codes for colour behind it aside.
 * @example
 * ```ts
 * const json = printedFrom('{"entity_type": "table"}', 0) // undefined: the SDK prints every field
 * ```
 */
export function printedFrom(text: string, start: number): string | undefined {
  const json = withoutColors(text.slice(start))
  if (!json.endsWith('}')) return undefined
  try {
    const parsed: unknown = JSON.parse(json)
    return isJsonObject(parsed) && isAsPrinted(parsed) ? json : undefined
  } catch {
    return undefined
  }
}

const ESCAPE = '\u001b'
/** Select Graphic Rendition: what sets colours and takes them back. Source: ECMA-48, 8.3.117. */
const COLOR = /^\u001b\[[\d;:]*m$/

/** A text without the white space and the codes for colour at its end. */
function withoutColors(text: string): string {
  for (let rest = text.trimEnd(); ;) {
    const code = rest.endsWith('m') ? rest.lastIndexOf(ESCAPE) : -1
    if (code < 0 || !COLOR.test(rest.slice(code))) return rest
    rest = rest.slice(0, code).trimEnd()
  }
}
