import type { JsonObject } from '../model/declaration.ts'
import { uploadForm } from './upload-form.ts'

/**
 * The JSON of a declaration in the form that File Upload takes; undefined where that cannot be written: nested too deep, or with a
 * number that JavaScript rounds.
 * @param json what the declaration was read from.
 * @example
 * ```ts
 * const json = '{"entity_type": "table", "databuilder_id": "orders"}'
 * const line = uploadText(JSON.parse(json), json) ?? json
 * ```
 */
export function uploadText(declaration: JsonObject, json: string): string | undefined {
  if (MAY_BE_ROUNDED.test(json) && holdsRounded(json)) return undefined
  try {
    return JSON.stringify(uploadForm(declaration))
  } catch {
    return undefined
  }
}

/** 15 digits without an exponent are always kept. */
const MAY_BE_ROUNDED = /[\d.]{16}|\d[eE]/
const NUMBER = /-?\d[\d.eE+-]*/g

function holdsRounded(json: string): boolean {
  for (let start = 0; start < json.length;) {
    const quote = json.indexOf('"', start)
    const end = quote < 0 ? json.length : quote
    if (json.slice(start, end).match(NUMBER)?.some(isRounded)) return true
    start = quote < 0 ? end : endOfText(json, quote)
  }
  return false
}

const isRounded = (number: string): boolean =>
  MAY_BE_ROUNDED.test(number) && String(Number(number)) !== number

/** Behind the quote that ends the text which begins at `start`. */
function endOfText(json: string, start: number): number {
  let at = start + 1
  while (json[at] !== '"') at += json[at] === '\\' ? 2 : 1
  return at + 1
}
